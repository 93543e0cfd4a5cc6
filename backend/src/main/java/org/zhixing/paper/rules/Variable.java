package org.zhixing.paper.rules;

import java.util.Arrays;
import java.util.Optional;

/** What a template may name in braces: a closed list, so that nothing in a template is ever evaluated. */
public enum Variable {
    COURT("法院", Source.CASE),
    CASE_NUMBER("案号", Source.CASE),
    CAUSE("案由", Source.CASE),
    FILED_ON("立案日期", Source.CASE),
    CLAIM("标的额", Source.CASE),
    CLAIM_CAPITALS("标的额大写", Source.CASE),
    APPLICANTS("申请执行人", Source.CASE),
    RESPONDENTS("被执行人", Source.CASE),
    JUDGE("法官", Source.CASE),
    EXECUTOR("执行员", Source.CASE),
    NUMBER("文号", Source.CASE),
    TODAY("日期", Source.CASE),
    ADDRESSEE("受文人", Source.CASE),
    AMOUNT_CAPITALS("金额大写", Source.CASE),

    BASIS("执行依据", Source.TEXT),
    DUTY("履行内容", Source.LONG),
    DAYS("期限", Source.TEXT),
    PROPERTY("财产", Source.LONG),
    REASON("理由", Source.LONG),
    RESULT("主文", Source.LONG),
    CIRCUMSTANCE("失信情形", Source.CIRCUMSTANCE),
    MATTER("事项", Source.LONG),
    PLACE("地点", Source.TEXT),
    TIME("时间", Source.TEXT),
    PRESENT("在场人", Source.TEXT),
    RECORDER("记录人", Source.TEXT),
    RECORD("记录", Source.LONG),
    AMOUNT("金额", Source.MONEY),
    PAYEE("收款人", Source.TEXT),
    PAYER("付款人", Source.TEXT),
    PURPOSE("用途", Source.TEXT),
    ANSWER_BY("答复期限", Source.DATE);

    /** Where its value comes from: the case as it stands, or who drafts the paper. */
    public enum Source {
        CASE,
        TEXT,
        LONG,
        MONEY,
        DATE,
        /** One of the six of 法释〔2017〕7号 art. 1, by its number. */
        CIRCUMSTANCE
    }

    private final String word;
    private final Source source;

    Variable(String word, Source source) {
        this.word = word;
        this.source = source;
    }

    /** As it stands in a template, without its braces. */
    public String word() {
        return word;
    }

    public Source source() {
        return source;
    }

    /** Whether who drafts the paper fills it in. */
    public boolean asked() {
        return source != Source.CASE;
    }

    public static Optional<Variable> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
