package org.zhixing.cases.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    EXECUTOR("承办执行员"),
    APPLICANT_PHONE("申请执行人电话"),
    APPLICANT_ADDRESS("申请执行人地址"),
    RESPONDENT_PHONE("被执行人电话"),
    RESPONDENT_ADDRESS("被执行人地址");

    private static final Set<RegisterColumn> OPTIONAL =
            EnumSet.of(JUDGE, EXECUTOR, APPLICANT_PHONE, APPLICANT_ADDRESS, RESPONDENT_PHONE, RESPONDENT_ADDRESS);
    /** Where somebody is found: shown in full to whoever brought it and to those who need it. */
    private static final Set<RegisterColumn> PHONES = EnumSet.of(APPLICANT_PHONE, RESPONDENT_PHONE);

    private static final Set<RegisterColumn> ADDRESSES = EnumSet.of(APPLICANT_ADDRESS, RESPONDENT_ADDRESS);

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
     * silence. Handlers may be missing, for they are proposed; so may what says where a party is found, for not every
     * register has it.
     */
    @Override
    public boolean required() {
        return !OPTIONAL.contains(this);
    }

    public boolean phone() {
        return PHONES.contains(this);
    }

    public boolean address() {
        return ADDRESSES.contains(this);
    }

    public static Optional<RegisterColumn> ofHeader(String header) {
        return Optional.ofNullable(BY_HEADER.get(header));
    }

    /** The headers in the register's order. */
    public static List<String> headers() {
        return Arrays.stream(values()).map(RegisterColumn::header).toList();
    }
}
