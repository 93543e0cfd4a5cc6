package org.zhixing.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.ImportStatus;
import org.zhixing.testing.BankStatements;

/** The statement's side of a random history: lines, whose money they are, and what the bank took out. */
final class RandomMoneyIn {
    private final RandomActs history;
    private final boolean withBalances;
    private final List<Line> lines = new ArrayList<>();
    private BigDecimal balance;

    /** A line of the statement: money in with whose it is (null: nobody's), or money out with what it was. */
    static final class Line {
        final String text;
        final BigDecimal in;
        final BigDecimal out;
        final LocalDate on;

        @Nullable
        UUID id;

        RandomActs.@Nullable Case of;

        @Nullable
        UUID receipt;

        @Nullable
        UUID item;

        @Nullable
        UUID claim;

        @Nullable
        UUID payment;

        boolean charged;

        Line(String text, BigDecimal in, BigDecimal out, LocalDate on) {
            this.text = text;
            this.in = in;
            this.out = out;
            this.on = on;
        }

        UUID known() {
            return Objects.requireNonNull(id);
        }
    }

    RandomMoneyIn(RandomActs history) {
        this.history = history;
        this.withBalances = history.chance(3);
        this.balance = history.chance(2) ? BigDecimal.ZERO : history.yuan();
    }

    /** A few new lines, at times with old ones among them, which change nothing. */
    void statement() {
        List<Line> fresh = new ArrayList<>();
        List<String> text = new ArrayList<>();
        int many = 1 + history.random.nextInt(4);
        for (int i = 0; i < many; i++) {
            if (!lines.isEmpty() && history.chance(8)) {
                text.add(history.pick(lines).text);
                history.count("line again");
            } else {
                Line line = history.chance(5) ? out(lines.size() + fresh.size()) : in(lines.size() + fresh.size());
                fresh.add(line);
                text.add(line.text);
            }
        }
        Path file = BankStatements.file(StandardCharsets.UTF_8, text);
        try {
            var found = history.say(
                    "statement",
                    key -> history.acts.imports.upload(
                            history.court.funds(),
                            new ImportStatement.Upload(kept(file, text), "流水.csv", "text/csv", null, key)));
            UUID id = found.orElseThrow();
            history.acts.work(history.court.id(), id, ImportStatus.PREVIEWED);
            history.done("commit", id, key -> history.acts.imports.commit(history.court.funds(), id, key));
            history.acts.work(history.court.id(), id, ImportStatus.DONE);
        } finally {
            delete(file);
        }
        book(fresh);
    }

    /** A replay sends the same file again, when the first is gone. */
    private static Path kept(Path file, List<String> text) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, BankStatements.HEADER + "\n" + String.join("\n", text) + "\n");
                file.toFile().deleteOnExit();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line in(int serial) {
        BigDecimal amount = history.yuan();
        RandomActs.Case of = history.pick(history.cases);
        int how = history.random.nextInt(8);
        LocalDate on = day();
        balance = balance.add(amount).add(jump());
        String text = String.join(
                ",",
                "S" + serial,
                on + " 10:00:00",
                amount.toPlainString(),
                "",
                "李某某",
                "6222000000001234",
                how < 4 ? of.virtualNumber : "",
                how < 4 || how > 5 ? "还款" : "还款 " + of.number,
                withBalances ? balance.toPlainString() : "");
        Line line = new Line(text, amount, BigDecimal.ZERO, on);
        line.of = how > 5 ? null : of;
        return line;
    }

    /** What the bank has paid, with its number in the remark or without, or what it took for itself. */
    private Line out(int serial) {
        List<String[]> paid =
                history.rows("select concat_ws('|', p.number, p.amount) from payment p where p.court_id = "
                        + history.court.id() + " and p.status = 'PAID' and p.batch_id is not null order by p.number");
        BigDecimal amount = BigDecimal.valueOf(1 + history.random.nextInt(500), 2);
        String remark = "手续费";
        if (!paid.isEmpty() && !history.chance(3)) {
            String[] payment = history.pick(paid);
            amount = new BigDecimal(payment[1]);
            remark = history.chance(2) ? "案款发放 " + payment[0] : "案款发放";
        }
        LocalDate on = day();
        balance = balance.subtract(amount).add(jump());
        String text = String.join(
                ",",
                "S" + serial,
                on + " 11:00:00",
                "",
                amount.toPlainString(),
                "某某代理银行",
                "",
                "",
                remark,
                withBalances ? balance.toPlainString() : "");
        return new Line(text, BigDecimal.ZERO, amount, on);
    }

    private BigDecimal jump() {
        return history.chance(10) ? history.yuan() : BigDecimal.ZERO;
    }

    private LocalDate day() {
        return LocalDate.of(2022, 8, 1).plusDays(history.random.nextInt(93));
    }

    /** What the court's own words for the lines tell: those with a case are its money, all others nobody's. */
    private void book(List<Line> fresh) {
        for (Line line : fresh) {
            history.paper.line(line.in.subtract(line.out));
            if (line.in.signum() > 0) {
                history.paper.move(Paper.BANK, line.of == null ? Paper.SUSPENSE : line.of.account(), line.in);
            }
            lines.add(line);
        }
        refresh();
    }

    /** Learns the ids that the database gave. */
    void refresh() {
        List<String[]> known =
                history.rows("select concat(l.serial, '|', l.id, '|', r.id, '|', s.id, '|', l.payment_id) from"
                        + " bank_line l left join receipt r on r.line_id = l.id and r.reversed_by is null left join suspense_item"
                        + " s on s.line_id = l.id where l.court_id = " + history.court.id());
        for (String[] row : known) {
            Line line = lines.get(Integer.parseInt(row[0].substring(1)));
            line.id = RandomActs.uuid(row[1]);
            line.receipt = RandomActs.uuid(row[2]);
            line.item = RandomActs.uuid(row[3]);
            line.payment = RandomActs.uuid(row[4]);
        }
    }

    void claim() {
        List<Line> items = lines.stream()
                .filter(line -> line.item != null)
                .filter(line -> line.of == null || history.chance(6))
                .toList();
        if (items.isEmpty()) {
            return;
        }
        Line line = history.pick(items);
        RandomActs.Case of = history.pick(history.cases);
        UUID item = Objects.requireNonNull(line.item);
        var wish = new ClaimSuspense.Wish(of.id, RandomActs.reason());
        history.say("claim", key -> history.acts.claims.claim(history.court.funds(), item, wish, key))
                .ifPresent(claim -> {
                    history.paper.move(Paper.SUSPENSE, of.account(), line.in);
                    line.of = of;
                    line.claim = claim;
                    refresh();
                });
    }

    void undoClaim() {
        List<Line> claimed = lines.stream().filter(line -> line.claim != null).toList();
        if (claimed.isEmpty()) {
            return;
        }
        Line line = history.pick(claimed);
        UUID item = Objects.requireNonNull(line.item);
        UUID claim = Objects.requireNonNull(line.claim);
        history.say("undo claim", key -> history.acts
                        .claims
                        .undo(history.court.funds(), item, claim, RandomActs.reason(), key)
                        .replaceWith(true))
                .ifPresent(done -> nobodys(line));
    }

    void undoMatch() {
        List<Line> matched = lines.stream().filter(line -> line.receipt != null).toList();
        if (matched.isEmpty()) {
            return;
        }
        Line line = history.pick(matched);
        UUID receipt = Objects.requireNonNull(line.receipt);
        int version = Integer.parseInt(history.one("select version from receipt where id = '" + receipt + "'"));
        var wish = new UndoMatch.Wish(RandomActs.reason(), history.chance(6) ? version + 1 : version);
        history.say("undo match", key -> history.acts
                        .matches
                        .undo(history.court.funds(), receipt, wish, key)
                        .replaceWith(true))
                .ifPresent(done -> nobodys(line));
    }

    private void nobodys(Line line) {
        history.paper.move(Objects.requireNonNull(line.of).account(), Paper.SUSPENSE, line.in);
        line.of = null;
        refresh();
    }

    /** Money out is tied to a payment, charged to the fees, or opened again; a jump of the statement gets its sentence. */
    void settleLine() {
        history
                .rows("select line_id from bank_gap where court_id = " + history.court.id()
                        + " order by value_on, line_id")
                .stream()
                .findFirst()
                .ifPresent(gap -> history.attempt(
                        "note",
                        () -> history.acts.lines.note(wish(UUID.fromString(gap[0]), null), RandomActs.reason())));
        List<Line> all = lines.stream().filter(line -> line.out.signum() > 0).toList();
        if (all.isEmpty()) {
            return;
        }
        Line line = history.pick(all);
        if (line.charged || line.payment != null) {
            history.say("undo line", key -> history.acts.lines.undo(wish(line.known(), key), RandomActs.reason()))
                    .ifPresent(done -> {
                        if (line.charged) {
                            history.paper.move(Paper.BANK, Paper.FEE, line.out);
                            line.charged = false;
                        }
                        refresh();
                    });
            return;
        }
        List<String[]> paid = history.rows("select id from payment where court_id = " + history.court.id()
                + " and status = 'PAID' and amount = " + line.out + " order by number");
        if (!paid.isEmpty() && !history.chance(4)) {
            UUID payment = UUID.fromString(history.pick(paid)[0]);
            history.say("link", key -> history.acts.lines.link(wish(line.known(), key), payment))
                    .ifPresent(done -> refresh());
        } else {
            history.say("charge", key -> history.acts.lines.charge(wish(line.known(), key), RandomActs.reason()))
                    .ifPresent(done -> {
                        history.paper.move(Paper.FEE, Paper.BANK, line.out);
                        line.charged = true;
                    });
        }
    }

    private SettleBankLine.Wish wish(UUID line, @Nullable String key) {
        return new SettleBankLine.Wish(history.court.funds(), line, key);
    }
}
