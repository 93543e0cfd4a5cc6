package org.zhixing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhixing.flow.FileCases;
import org.zhixing.flow.StatementWorker;
import org.zhixing.notice.OutboxWorker;
import org.zhixing.testing.BankStatements;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;

/** Who finds what in the inbox once a statement is booked: a second person sits at the funds desk here. */
@QuarkusTest
class StatementNoticesTest extends CourtTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    StatementWorker worker;

    @Inject
    OutboxWorker outbox;

    @Inject
    Docket docket;

    private FileCases.Filed filed;
    private String known;

    @BeforeEach
    void file() {
        data.run("update person set roles = '{quality,funds}' where username = 'quality'");
        filed = docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 10)));
        known = BankStatements.in(
                "A1", "60000.00", "李某某", filed.filed().row().number().text());
    }

    @AfterEach
    void asBefore() {
        data.run("update person set roles = '{quality}' where username = 'quality'");
    }

    private void arrives(String... lines) {
        BankStatements.booked(worker, lines);
        outbox.deliver().await().atMost(PATIENCE);
    }

    /** Each notice as its kind, whose it is, and what it says. */
    private List<String> inboxes() {
        return data.query("select concat_ws(' ', i.kind, p.username, i.params ->> 'count',"
                + " i.params ->> 'committed', i.params ->> 'amount') from inbox i join person p"
                + " on p.id = i.person_id order by 1");
    }

    @Test
    void whoSentItIsToldThatItIsDoneTheDeskOfTheUnknownAndTheExecutorOfTheMoney() {
        arrives(known, BankStatements.in("A2", "100.10", "钱某某", "还款"), BankStatements.in("A3", "200.20", "钱某某", "还款"));
        assertThat(inboxes())
                .containsExactly(
                        "money.received executor-fast-1 60000.00",
                        "statement.done funds 3",
                        "suspense.new funds 2 300.30",
                        "suspense.new quality 2 300.30");
    }

    @Test
    void nothingUnknownIsNoNoticeAndTheSameLinesAgainTellNobodyOfThemTwice() {
        arrives(known);
        List<String> once = List.of("money.received executor-fast-1 60000.00", "statement.done funds 1");
        assertThat(inboxes()).containsExactlyElementsOf(once);
        arrives(known);
        assertThat(inboxes())
                .containsExactly(
                        "money.received executor-fast-1 60000.00", "statement.done funds 0", "statement.done funds 1");
    }
}
