package org.zhixing.cases.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of the register that the court's case-handling system exports, known by their header. */
public enum RegisterColumn implements SheetColumn {
    NUMBER("案号"),
    KIND("案件类型"),
    FILED_ON("立案日期"),
    CAUSE("案由"),
    CLAIM_AMOUNT("执行标的额"),
    MATTER("执行事项"),
    APPLICANT("申请执行人"),
    APPLICANT_KIND("申请执行人类型"),
    RESPONDENT("被执行人"),
    RESPONDENT_KIND("被执行人类型"),
    PRESERVED("是否已保全"),
    FOUR_CHECKS_SUFFICIENT("四查是否足额"),
    AUCTION_NEEDED("是否需拍卖处置"),
    REFUSAL_OR_CRIMINAL("是否涉拒执或刑事"),
    FIRST_FILED_ON("首次立案日期"),
    JUDGE("承办法官"),
    EXECUTOR("承办执行员");

    private static final Map<String, RegisterColumn> BY_HEADER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RegisterColumn::header, Function.identity()));

    private final String header;

    RegisterColumn(String header) {
        this.header = header;
    }

    @Override
    public String header() {
        return header;
    }

    /**
     * Every column that triage or a due date rests on must be there: without it cases would be sorted wrongly in
     * silence. Handlers may be missing, for they are proposed.
     */
    @Override
    public boolean required() {
        return this != JUDGE && this != EXECUTOR;
    }

    public static Optional<RegisterColumn> ofHeader(String header) {
        return Optional.ofNullable(BY_HEADER.get(header));
    }

    /** The headers in the register's order. */
    public static List<String> headers() {
        return Arrays.stream(values()).map(RegisterColumn::header).toList();
    }
}
