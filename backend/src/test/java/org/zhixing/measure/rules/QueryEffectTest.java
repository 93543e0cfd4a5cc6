package org.zhixing.measure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a result does to what is known already. */
class QueryEffectTest {
    private static final LocalDate DAY = LocalDate.of(2022, 10, 20);

    private static QueryResult result(@Nullable String identifier, @Nullable String value, boolean disposable) {
        return new QueryResult(
                "(2022)豫0505执1号",
                "李某某",
                CheckKind.DEPOSIT,
                "中国银行",
                DAY,
                AssetSource.ONLINE_CHECK,
                true,
                identifier == null ? "活期" : null,
                identifier,
                value == null ? null : new BigDecimal(value),
                disposable);
    }

    private static Asset asset(@Nullable String identifier, String value, boolean appraised, boolean disposable) {
        return new Asset(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                new Asset.Facts(
                        AssetKind.DEPOSIT,
                        "李某某",
                        "活期",
                        "中国银行",
                        identifier,
                        new BigDecimal(value),
                        appraised,
                        AssetSource.CLUE,
                        DAY.minusDays(5),
                        disposable),
                UUID.randomUUID(),
                DAY.minusDays(5),
                null,
                1);
    }

    @Test
    void propertyNobodyKnewOfIsAddedAndNamedByTheEndOfItsNumber() {
        QueryEffect.Add add =
                (QueryEffect.Add) QueryEffect.of(result("6217000012345678", "100", false), List.of(), null);
        assertThat(add.facts().description()).isEqualTo("中国银行 尾号5678");
        assertThat(add.facts().foundOn()).isEqualTo(DAY);
        assertThat(add.facts().source()).isEqualTo(AssetSource.ONLINE_CHECK);
    }

    @Test
    void theSameNumberIsTheSameThingAndKeepsItsDayAndItsWords() {
        Asset known = asset("6217 0000 1234 5678", "50", false, false);
        QueryEffect.Update update =
                (QueryEffect.Update) QueryEffect.of(result("6217000012345678", "100", true), List.of(known), null);
        assertThat(update.known()).isEqualTo(known);
        assertThat(update.facts().value()).isEqualByComparingTo("100");
        assertThat(update.facts().disposable()).isTrue();
        assertThat(update.facts().foundOn()).isEqualTo(DAY.minusDays(5));
        assertThat(update.facts().source()).isEqualTo(AssetSource.CLUE);
    }

    @Test
    void withoutANumberTheWordsAndThePlaceTell() {
        Asset known = asset(null, "50", false, false);
        assertThat(QueryEffect.of(result(null, "100", false), List.of(known), null))
                .isInstanceOf(QueryEffect.Update.class);
        assertThat(QueryEffect.of(result("6217", "100", false), List.of(known), null))
                .isInstanceOf(QueryEffect.Add.class);
    }

    @Test
    void anAppraisedValueAndAJudgedDisposalStay() {
        Asset known = asset("6217", "50", true, true);
        assertThat(QueryEffect.of(result("6217", "100", false), List.of(known), null))
                .isEqualTo(new QueryEffect.Note(known));
    }

    @Test
    void anOlderResultChangesNothing() {
        Asset known = asset("6217", "50", false, false);
        assertThat(QueryEffect.of(result("6217", "100", false), List.of(known), DAY.plusDays(1)))
                .isEqualTo(new QueryEffect.Note(known));
        assertThat(QueryEffect.of(result("6217", "100", false), List.of(known), DAY))
                .isInstanceOf(QueryEffect.Update.class);
    }

    @Test
    void nothingFoundTakesNothingBack() {
        QueryResult none = new QueryResult(
                "(2022)豫0505执1号",
                "李某某",
                CheckKind.DEPOSIT,
                "中国银行",
                DAY,
                AssetSource.ONLINE_CHECK,
                false,
                null,
                null,
                null,
                false);
        assertThat(QueryEffect.of(none, List.of(asset("6217", "50", false, false)), null))
                .isEqualTo(new QueryEffect.Note(null));
    }
}
