package org.zhixing.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A register as a court's case-handling system exports it, of invented people; the same seed gives the same file. */
final class Register {
    private static final String HEADER =
            "案号,案件类型,立案日期,案由,执行标的额,执行事项,申请执行人,申请执行人类型,被执行人,被执行人类型," + "是否已保全,四查是否足额,是否需拍卖处置,是否涉拒执或刑事,首次立案日期,承办法官,承办执行员";
    private static final List<String> CAUSES = List.of(
            "民间借贷纠纷",
            "金融借款合同纠纷",
            "买卖合同纠纷",
            "物业服务合同纠纷",
            "机动车交通事故责任纠纷",
            "劳动争议",
            "追索劳动报酬纠纷",
            "离婚后财产纠纷",
            "建设工程施工合同纠纷",
            "信用卡纠纷",
            "租赁合同纠纷",
            "恢复原状纠纷");
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final List<String> PLACES = List.of("安阳", "殷都", "文峰", "林州", "滑县", "内黄", "汤阴", "北关");
    private static final List<String> TRADES =
            List.of("建筑工程", "商贸", "物业", "农业发展", "机械制造", "房地产开发", "运输", "建材", "餐饮", "科技");

    private final Random random;
    private final Function<Random, LocalDate> dates;

    /** @param dates when the next case was filed */
    Register(long seed, Function<Random, LocalDate> dates) {
        this.random = new Random(seed);
        this.dates = dates;
    }

    void write(Path file, int rows) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(HEADER + "\n");
            for (int serial = 1; serial <= rows; serial++) {
                writer.write(row(serial));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String row(int serial) {
        LocalDate filed = dates.apply(random);
        double kind = random.nextDouble();
        String word = kind < 0.86 ? "执" : kind < 0.94 ? "执恢" : "执保";
        String name = word.equals("执") ? "首次执行" : word.equals("执恢") ? "恢复执行" : "财产保全执行";
        String first =
                word.equals("执恢") ? filed.minusDays(100 + random.nextInt(2_000)).toString() : "";
        boolean act = random.nextDouble() < 0.07;
        // From some hundred 元 to some million, most of them tens of thousands.
        String amount = act ? "" : "%.2f".formatted(Math.exp(random.nextGaussian() * 1.3 + 11));
        return String.join(
                        ",",
                        "(" + filed.getYear() + ")豫0505" + word + serial + "号",
                        name,
                        filed.toString(),
                        CAUSES.get(random.nextInt(CAUSES.size())),
                        amount,
                        act ? "行为" : "金钱给付",
                        party(0.25),
                        party(0.12),
                        flag(0.1),
                        flag(0.1),
                        flag(0.15),
                        flag(0.02),
                        first,
                        "",
                        "")
                + "\n";
    }

    /** A name and its kind: two cells. */
    private String party(double enterprises) {
        if (random.nextDouble() < enterprises) {
            return PLACES.get(random.nextInt(PLACES.size())) + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + "某"
                    + TRADES.get(random.nextInt(TRADES.size())) + "有限公司,企业";
        }
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + (random.nextBoolean() ? "某" : "某某") + ",自然人";
    }

    private String flag(double share) {
        return random.nextDouble() < share ? "是" : "否";
    }
}
