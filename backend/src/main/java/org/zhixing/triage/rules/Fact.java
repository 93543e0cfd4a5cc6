package org.zhixing.triage.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.Matter;

/** The facts a condition may name, each with the comparisons and values it allows. */
enum Fact {
    KIND("kind", Type.WORD, CaseFacts::kind, CaseKind::valueOf),
    MATTER("matter", Type.WORD, CaseFacts::matter, Matter::valueOf),
    CLAIM_AMOUNT("claimAmount", Type.AMOUNT, CaseFacts::claimAmount, BigDecimal::new),
    ENTERPRISE_PARTY("enterpriseParty", Type.WORD, CaseFacts::enterpriseParty, Fact::flag),
    PRESERVED("preserved", Type.WORD, CaseFacts::preserved, Fact::flag),
    FOUR_CHECKS_SUFFICIENT("fourChecksSufficient", Type.WORD, CaseFacts::fourChecksSufficient, Fact::flag),
    AUCTION_NEEDED("auctionNeeded", Type.WORD, CaseFacts::auctionNeeded, Fact::flag),
    REFUSAL_OR_CRIMINAL("refusalOrCriminal", Type.WORD, CaseFacts::refusalOrCriminal, Fact::flag),
    FIRST_FILED_ON("firstFiledOn", Type.DATE, CaseFacts::firstFiledOn, Integer::valueOf);

    private enum Type {
        WORD(EnumSet.of(Op.IS)),
        AMOUNT(EnumSet.of(Op.LT, Op.LTE, Op.GT, Op.GTE)),
        DATE(EnumSet.of(Op.EARLIER_BY_MORE_THAN_YEARS));

        private final Set<Op> ops;

        Type(Set<Op> ops) {
            this.ops = ops;
        }
    }

    private final String key;
    private final Type type;
    private final Function<CaseFacts, @Nullable Object> read;
    private final Function<String, Object> parse;

    Fact(String key, Type type, Function<CaseFacts, @Nullable Object> read, Function<String, Object> parse) {
        this.key = key;
        this.type = type;
        this.read = read;
        this.parse = parse;
    }

    /** @throws IllegalArgumentException if no fact has that name */
    static Fact of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(fact -> fact.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fact: " + key));
    }

    boolean allows(Op op) {
        return type.ops.contains(op);
    }

    Object parse(String value) {
        return parse.apply(value);
    }

    boolean matches(CaseFacts facts, Op op, String value) {
        Object known = read.apply(facts);
        if (known == null) {
            return false;
        }
        Object wanted = parse(value);
        return switch (op) {
            case IS -> known.equals(wanted);
            case LT -> ((BigDecimal) known).compareTo((BigDecimal) wanted) < 0;
            case LTE -> ((BigDecimal) known).compareTo((BigDecimal) wanted) <= 0;
            case GT -> ((BigDecimal) known).compareTo((BigDecimal) wanted) > 0;
            case GTE -> ((BigDecimal) known).compareTo((BigDecimal) wanted) >= 0;
            case EARLIER_BY_MORE_THAN_YEARS ->
                ((LocalDate) known).plusYears((Integer) wanted).isBefore(facts.filedOn());
        };
    }

    private static Object flag(String value) {
        if (!Objects.equals(value, "true") && !Objects.equals(value, "false")) {
            throw new IllegalArgumentException("neither true nor false: " + value);
        }
        return Boolean.valueOf(value);
    }
}
