package org.zhixing.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A long statement for cases with the serials from 1 on: of twenty lines one goes out, one names no case, and the others
 * name cases in turn in several spellings.
 */
public record LongStatement(Path file, int lines, int received, int suspended, int out, BigDecimal in) {
    private static final List<String> SPELLINGS =
            List.of("还款(2022)豫0505执%d号 王某", "（２０２２）豫0505执字第%d号", "2022豫0505执%d，李某交", "〔2022〕豫0505 执 %d 号");

    public static LongStatement of(int lines, int cases) {
        List<String> text = new ArrayList<>(lines);
        int[] counts = new int[3];
        BigDecimal balance = new BigDecimal("1000000000.00");
        BigDecimal in = BigDecimal.ZERO;
        for (int i = 0; i < lines; i++) {
            BigDecimal amount = BigDecimal.valueOf(100 + i % 977, 2);
            boolean goes = i % 20 == 19;
            boolean unknown = i % 20 == 9;
            counts[goes ? 2 : unknown ? 1 : 0]++;
            balance = goes ? balance.subtract(amount) : balance.add(amount);
            in = goes ? in : in.add(amount);
            String remark = unknown ? "还款" : SPELLINGS.get(i % SPELLINGS.size()).formatted(1 + i % cases);
            text.add(String.join(
                    ",",
                    "L%08d".formatted(i),
                    "2022-10-%02d 10:00:00".formatted(1 + i * 31 / lines),
                    goes ? "" : amount.toPlainString(),
                    goes ? amount.toPlainString() : "",
                    goes ? "某某代理银行" : "王某某",
                    "62220000" + i,
                    "",
                    goes ? "案款发放" : remark,
                    balance.toPlainString()));
        }
        return new LongStatement(
                BankStatements.file(StandardCharsets.UTF_8, text), lines, counts[0], counts[1], counts[2], in);
    }
}
