package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.clock.rules.Node;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.rules.Source;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.Delegation;
import org.zhixing.slip.rules.Letter;
import org.zhixing.slip.rules.TaskSlip;

/**
 * The letters of a delegation (clause 一(四)5). The one that answers, ours or theirs, is filed with what comes with it: a
 * number that somebody typed would stop a clock of thirty days and leave nothing to look at.
 */
@ApplicationScoped
class DelegationLetters {
    /** What every catalogue has; what the answer brings beside itself is filed under its own category. */
    private static final String CATEGORY = "OTHER";

    private final Files files;
    private final FileItem items;
    private final TaskSlips slips;
    private final CourtClock clock;

    DelegationLetters(Files files, FileItem items, TaskSlips slips, CourtClock clock) {
        this.files = files;
        this.items = items;
        this.slips = slips;
        this.clock = clock;
    }

    /** The letter that the act needs; 422 without, 400 where its day is before {@code from} or to come. */
    Letter letter(TaskSlip slip, MoveTaskSlip.Request request, @Nullable LocalDate from) {
        Letter letter = request.letter();
        if (letter == null) {
            throw Refusal.rule(
                    "delegation-no-letter", slip.kind().clause(), slip.number().text());
        }
        LocalDate first = from == null ? slip.requestedOn() : from;
        if (letter.on().isBefore(first) || letter.on().isAfter(clock.today())) {
            throw Refusal.field("letterOn", letter.on(), "field.range", first, clock.today());
        }
        return letter;
    }

    /** The slip answered; its clock stops on the day of the letter. 422 without the letter or its file. */
    Uni<TaskSlip> reply(SqlConnection tx, Actor by, TaskSlipPlace place, TaskSlip slip, MoveTaskSlip.Request request) {
        Delegation letters = slip.delegation();
        Letter asked = letters == null ? null : letters.letter();
        if (letters == null || asked == null) {
            throw new IllegalStateException("A delegation under way without its letter: " + slip.id());
        }
        Letter reply = letter(slip, request, asked.on());
        UUID upload = request.uploadId();
        if (upload == null) {
            throw Refusal.rule(
                    "delegation-no-evidence",
                    slip.kind().clause(),
                    slip.number().text());
        }
        Node node = place.node().filter(Node::open).orElse(null);
        return files.ofUpload(tx, by, upload)
                .chain(file -> items.answer(tx, by, item(slip, reply, file.id(), node), node, reply.on()))
                .chain(filed -> slips.addReply(tx, by, slip.id(), filed.itemId()))
                .replaceWith(slip.with(letters.replied(reply)));
    }

    private static FileItem.Request item(TaskSlip slip, Letter reply, UUID file, @Nullable Node node) {
        return new FileItem.Request(
                slip.of().id(),
                CATEGORY,
                "回函 " + reply.number(),
                file,
                Source.SCAN,
                null,
                null,
                slip.number().text(),
                node == null ? null : node.id());
    }
}
