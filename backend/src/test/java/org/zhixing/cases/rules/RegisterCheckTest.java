package org.zhixing.cases.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterCheckTest {

    private static final RegisterCheck CHECK = new RegisterCheck("豫0505", LocalDate.of(2022, 11, 1));

    private static Map<String, String> row(String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("案号", "(2022)豫0505执1号");
        row.put("案件类型", "首次执行");
        row.put("立案日期", "2022-03-01");
        row.put("案由", "民间借贷纠纷");
        row.put("执行标的额", "5000.00");
        row.put("执行事项", "金钱给付");
        row.put("申请执行人", "王某");
        row.put("申请执行人类型", "自然人");
        row.put("被执行人", "李某");
        row.put("被执行人类型", "自然人");
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return row;
    }

    private static RegisterRow good(String... changes) {
        RowCheck check = CHECK.check(row(changes));
        assertThat(check).isInstanceOf(RowCheck.Good.class);
        return ((RowCheck.Good) check).row();
    }

    private static List<Reason> reasons(String... changes) {
        return CHECK.check(row(changes)) instanceof RowCheck.Bad bad
                ? bad.errors().stream().map(RowError::reason).toList()
                : List.of();
    }

    @Test
    void whatIsLeftOutDidNotHappen() {
        RegisterRow row = good("执行标的额", "", "首次立案日期", " ");

        assertThat(row.claimAmount()).isNull();
        assertThat(row.firstFiledOn()).isNull();
        assertThat(row.judge()).isNull();
        assertThat(List.of(row.preserved(), row.fourChecksSufficient(), row.auctionNeeded(), row.refusalOrCriminal()))
                .containsOnly(false);
        assertThat(row.enterpriseParty()).isFalse();
    }

    @Test
    void anEnterpriseOnEitherSideCounts() {
        assertThat(good("被执行人类型", "企业").enterpriseParty()).isTrue();
        assertThat(good("申请执行人类型", "企业").enterpriseParty()).isTrue();
        assertThat(good("申请执行人类型", "其他组织").enterpriseParty()).isFalse();
    }

    @Test
    void severalNamesStandInOneCell() {
        RegisterRow row = good("被执行人", "李某、某商贸有限公司；赵某某", "被执行人类型", "自然人、企业、自然人");

        assertThat(row.parties())
                .containsExactly(
                        new NamedParty(PartyRole.APPLICANT, PartyKind.NATURAL_PERSON, "王某"),
                        new NamedParty(PartyRole.RESPONDENT, PartyKind.NATURAL_PERSON, "李某"),
                        new NamedParty(PartyRole.RESPONDENT, PartyKind.ENTERPRISE, "某商贸有限公司"),
                        new NamedParty(PartyRole.RESPONDENT, PartyKind.NATURAL_PERSON, "赵某某"));
        assertThat(reasons("被执行人", "李某、张某、赵某某", "被执行人类型", "自然人、企业"))
                .containsExactly(Reason.of(ReasonCode.PARTY_KINDS_COUNT, "3", "2"));
    }

    @Test
    void whereAPartyIsFoundIsTheirs() {
        assertThat(contacts()).isEmpty();
        assertThat(contacts("申请执行人电话", "138 1234 1234", "被执行人地址", "殷都区梅园庄街道；3 号楼"))
                .containsExactly(
                        new Contact(0, null, "13812341234", null), new Contact(1, null, null, "殷都区梅园庄街道；3 号楼"));
        assertThat(contacts(
                        "被执行人", "李某、张某、赵某某",
                        "被执行人电话", "13900000001、、+86-372-1234567",
                        "被执行人地址", ";文峰区、东关街;"))
                .containsExactly(
                        new Contact(1, null, "13900000001", null),
                        new Contact(2, null, null, "文峰区、东关街"),
                        new Contact(3, null, "+86-372-1234567", null));
    }

    @Test
    void aPhoneIsOneAndEachPartyHasTheirOwn() {
        assertThat(reasons("被执行人电话", "不详")).containsExactly(Reason.of(ReasonCode.PHONE_SYNTAX));
        assertThat(reasons("被执行人电话", "138")).containsExactly(Reason.of(ReasonCode.PHONE_SYNTAX));
        assertThat(reasons("被执行人", "李某、张某", "被执行人电话", "13900000001"))
                .containsExactly(Reason.of(ReasonCode.PARTY_CONTACTS_COUNT, "2", "1"));
        assertThat(reasons("被执行人", "李某、张某", "被执行人地址", "甲；乙；丙"))
                .containsExactly(Reason.of(ReasonCode.PARTY_CONTACTS_COUNT, "2", "3"));
        assertThat(reasons("被执行人地址", "街".repeat(201))).containsExactly(Reason.of(ReasonCode.TOO_LONG, "200"));
    }

    private static List<Contact> contacts(String... changes) {
        RowCheck check = CHECK.check(row(changes));
        assertThat(check).isInstanceOf(RowCheck.Good.class);
        return ((RowCheck.Good) check).contacts();
    }

    @Test
    void everyErrorOfTheRowIsNamed() {
        assertThat(reasons("案由", "", "执行事项", "看看", "申请执行人类型", "神仙", "是否已保全", "Y", "首次立案日期", "2022-02-31"))
                .containsExactly(
                        Reason.of(ReasonCode.REQUIRED),
                        Reason.of(ReasonCode.MATTER_UNKNOWN),
                        Reason.of(ReasonCode.PARTY_KIND_UNKNOWN),
                        Reason.of(ReasonCode.FLAG_UNKNOWN),
                        Reason.of(ReasonCode.DATE_NOT_REAL));
    }

    @Test
    void theKindAgreesWithTheNumber() {
        assertThat(good("案号", "（2022）豫0505执恢7号", "案件类型", "恢复执行").number().text())
                .isEqualTo("(2022)豫0505执恢7号");
        assertThat(good("案号", "(2022)豫0505执异7号", "案件类型", "其他").kind()).isEqualTo(CaseKind.OTHER);
        assertThat(reasons("案号", "(2022)豫0505执恢7号"))
                .containsExactly(Reason.of(ReasonCode.KIND_DISAGREES, "首次执行", "执恢", "恢复执行"));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-11-01, 2022,",
        "2022-01-04, 2021,",
        "2022-11-02, 2022, DATE_IN_FUTURE",
        "2021-12-31, 2022, DATE_OTHER_YEAR",
        "2022-03-01, 2020, DATE_OTHER_YEAR",
        "2022-03-01, 2023, NUMBER_YEAR"
    })
    void theFiledDateFitsTheNumberAndToday(String filedOn, String year, ReasonCode code) {
        assertThat(reasons("案号", "(" + year + ")豫0505执1号", "立案日期", filedOn))
                .extracting(Reason::code)
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void theFirstFilingIsNotAfterThisOne() {
        assertThat(good("首次立案日期", "2022-03-01").firstFiledOn()).isEqualTo("2022-03-01");
        assertThat(reasons("首次立案日期", "2022-03-02"))
                .containsExactly(Reason.of(ReasonCode.FIRST_FILED_AFTER_FILED, "2022-03-02", "2022-03-01"));
    }

    @Test
    void textsHaveAnEndAndNoHiddenCharacters() {
        assertThat(reasons("案由", "债".repeat(201))).containsExactly(Reason.of(ReasonCode.TOO_LONG, "200"));
        assertThat(reasons("被执行人", "李\u0000某")).containsExactly(Reason.of(ReasonCode.CONTROL_CHARACTER));
        assertThat(((RowCheck.Bad) CHECK.check(row("案由", "债\u0000")))
                        .errors()
                        .get(0)
                        .value())
                .isEqualTo("债\uFFFD");
    }

    @Test
    void columnsComeInAnyOrderAndOthersArePassedOver() {
        List<String> cells = new ArrayList<>(RegisterColumn.headers());
        Collections.reverse(cells);
        cells.add(3, "备注");
        cells.set(0, "\uFEFF" + cells.get(0));

        SheetHeader header = SheetHeader.of(SheetKind.REGISTER.columns(), cells).orThrow();

        assertThat(header.columns())
                .hasSameSizeAs(RegisterColumn.headers())
                .startsWith(RegisterColumn.RESPONDENT_ADDRESS, RegisterColumn.RESPONDENT_PHONE);
        Map<String, String> values = header.values(List.of("甲", "乙"));
        assertThat(values)
                .containsEntry("被执行人地址", "甲")
                .containsEntry("被执行人电话", "乙")
                .containsEntry("案号", "");
        assertThat(values.keySet()).containsExactlyElementsOf(RegisterColumn.headers());
    }

    @Test
    void aFileWithoutARequiredColumnIsRefused() {
        assertThat(SheetHeader.of(SheetKind.REGISTER.columns(), List.of("案号", "立案日期", "案由", "案件类型", "执行事项", "执行标的额"))
                        .refused()
                        .orElseThrow()
                        .params()
                        .get(0))
                .startsWith("申请执行人、申请执行人类型、被执行人")
                .doesNotContain("承办", "电话", "地址");
        assertThat(SheetHeader.of(SheetKind.REGISTER.columns(), List.of("案号", "案 号"))
                        .refused())
                .contains(Reason.of(ReasonCode.COLUMN_TWICE, "案号"));
    }
}
