package org.zhixing.clock.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The closed list of reasons for which days are not counted, each with its clause. */
public enum SuspensionReason {
    /** 公告送达. */
    SERVICE_BY_PUBLICATION(false),
    /** 暂缓执行. */
    STAY(false),
    /** 中止执行. */
    SUSPENSION(false),
    /** 请示上级法院. */
    QUESTION_TO_HIGHER_COURT(false),
    /** 执行争议协调. */
    COURT_DISPUTE(false),
    /** 需要进行案款分配. */
    DISTRIBUTION(true),
    /** 申请执行人因另案诉讼、执行或涉嫌犯罪等致执行款被保全或冻结. */
    PAYEE_FUNDS_FROZEN(true),
    /** 申请执行人经通知未领取. */
    PAYEE_NOT_COLLECTED(true),
    /** 案件被依法中止或暂缓. */
    CASE_STAYED(true),
    /** 其他正当理由. */
    OTHER_GOOD_REASON(true);

    private static final String NOT_COUNTED = "法发〔2006〕35号第13条";
    private static final String DEFERRAL = "法发〔2017〕6号第10条";

    /** Of all of them, where it is not known yet which it is. */
    public static final String CLAUSES = NOT_COUNTED + "、" + DEFERRAL;

    private final boolean deferral;

    SuspensionReason(boolean deferral) {
        this.deferral = deferral;
    }

    /** Whether it defers the paying out of money only, and not the enforcement. */
    public boolean deferral() {
        return deferral;
    }

    public String clause() {
        return deferral ? DEFERRAL : NOT_COUNTED;
    }

    /** The reasons that concern a node where the court's policy does not say: money is deferred, enforcement suspended. */
    static List<SuspensionReason> usual(NodeCode code) {
        return switch (code) {
            // Both act before a hard end that no suspension moves.
            case SEIZURE_EXPIRY, DETAINEE_QUERY -> List.of();
            // The archive's own term, which runs after the enforcement.
            case RECTIFY_FILE -> List.of();
            case DISBURSE -> of(true);
            default -> of(false);
        };
    }

    private static List<SuspensionReason> of(boolean deferral) {
        return Arrays.stream(values())
                .filter(reason -> reason.deferral == deferral)
                .toList();
    }

    static List<SuspensionReason> sorted(List<SuspensionReason> reasons) {
        Set<SuspensionReason> once = EnumSet.noneOf(SuspensionReason.class);
        once.addAll(reasons);
        return List.copyOf(once);
    }
}
