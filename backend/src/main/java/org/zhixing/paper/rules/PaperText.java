package org.zhixing.paper.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;

/** The values of a paper's variables: from the case as it stands, and from what was filled in. */
public final class PaperText {
    /** 法释〔2017〕7号 art. 1, by number. */
    private static final List<String> CIRCUMSTANCES = List.of(
            "有履行能力而拒不履行生效法律文书确定义务",
            "以伪造证据、暴力、威胁等方法妨碍、抗拒执行",
            "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行",
            "违反财产报告制度",
            "违反限制消费令",
            "无正当理由拒不履行执行和解协议");

    private PaperText() {}

    /**
     * What is around a paper.
     *
     * @param shown how a party's name is written: in full, or masked for somebody who may not see it
     */
    public record Facts(
            String court,
            EnforcementCase of,
            @Nullable String judge,
            @Nullable String executor,
            @Nullable String number,
            LocalDate today,
            Function<String, String> shown) {}

    public static Map<Variable, String> values(Facts facts, Paper.Content content) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        var row = facts.of().row();
        values.put(Variable.COURT, facts.court());
        values.put(Variable.CASE_NUMBER, row.number().text());
        values.put(Variable.CAUSE, row.cause());
        values.put(Variable.FILED_ON, date(row.filedOn()));
        BigDecimal claim = row.claimAmount();
        if (claim != null) {
            values.put(Variable.CLAIM, money(claim));
            values.put(Variable.CLAIM_CAPITALS, Capitals.of(claim));
        }
        values.put(Variable.APPLICANTS, names(facts, PartyRole.APPLICANT));
        values.put(Variable.RESPONDENTS, names(facts, PartyRole.RESPONDENT));
        put(values, Variable.JUDGE, facts.judge());
        put(values, Variable.EXECUTOR, facts.executor());
        put(values, Variable.NUMBER, facts.number());
        values.put(Variable.TODAY, date(facts.today()));
        String addressee = content.addressee();
        put(values, Variable.ADDRESSEE, addressee == null ? null : facts.shown().apply(addressee));
        content.fields().forEach((name, value) -> filled(values, Variable.valueOf(name), value));
        return values;
    }

    private static void filled(Map<Variable, String> values, Variable variable, String value) {
        switch (variable.source()) {
            case MONEY -> {
                BigDecimal sum = new BigDecimal(value);
                values.put(variable, money(sum));
                values.put(Variable.AMOUNT_CAPITALS, Capitals.of(sum));
            }
            case DATE -> values.put(variable, date(LocalDate.parse(value)));
            case CIRCUMSTANCE -> values.put(variable, CIRCUMSTANCES.get(Integer.parseInt(value) - 1));
            default -> values.put(variable, value);
        }
    }

    /** What is wrong with a value, as a key of the catalogue; null where it can be taken. */
    public static @Nullable String fault(Variable variable, String value) {
        return switch (variable.source()) {
            case CASE -> "paper.field.not-asked";
            case MONEY ->
                value.matches("\\d{1,12}(\\.\\d{1,2})?") && new BigDecimal(value).signum() > 0
                        ? null
                        : "paper.field.money";
            case DATE -> realDate(value) ? null : "field.date";
            case CIRCUMSTANCE -> value.matches("[1-6]") ? null : "paper.field.circumstance";
            case TEXT -> value.length() <= 200 && !value.contains("\n") ? null : "paper.field.text";
            case LONG -> value.length() <= 5000 ? null : "paper.field.long";
        };
    }

    private static boolean realDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (java.time.DateTimeException impossible) {
            return false;
        }
    }

    private static void put(Map<Variable, String> values, Variable variable, @Nullable String value) {
        if (value != null) {
            values.put(variable, value);
        }
    }

    private static String names(Facts facts, PartyRole role) {
        return facts.of().row().parties().stream()
                .filter(party -> party.role() == role)
                .map(NamedParty::name)
                .map(facts.shown())
                .collect(Collectors.joining("、"));
    }

    /** 2022年11月1日 */
    public static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 60,000.00元 */
    public static String money(BigDecimal yuan) {
        return String.format(java.util.Locale.ROOT, "%,.2f元", yuan);
    }
}
