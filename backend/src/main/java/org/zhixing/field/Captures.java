package org.zhixing.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.field.paper.RecordPdf;
import org.zhixing.field.rules.Capture;
import org.zhixing.field.rules.WrittenRecord;
import org.zhixing.field.store.CaptureRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Json;
import org.zhixing.platform.Refusal;

/** The field room as other rooms see it. */
@ApplicationScoped
public class Captures {
    private final CaptureRows rows;
    private final RecordPdf paper;
    private final Json json;
    private final CourtClock clock;

    Captures(CaptureRows rows, RecordPdf paper, Json json, CourtClock clock) {
        this.rows = rows;
        this.paper = paper;
        this.json = json;
        this.clock = clock;
    }

    public Uni<Integer> keep(SqlConnection tx, Actor by, Capture capture, UUID item) {
        return rows.insert(tx, by, capture, item, clock.now());
    }

    /** What was taken for a slip of the court, in the order in which it was taken. */
    public Uni<List<CaptureRows.Row>> ofSlip(SqlClient client, int courtId, UUID slipId) {
        return rows.ofSlip(client, courtId, slipId);
    }

    /** 422 where what arrived is not what was taken. */
    public static void compare(Capture capture, String arrived) {
        if (!capture.sha256().equals(arrived)) {
            throw Refusal.of(422, "capture-altered", capture.sha256(), arrived);
        }
    }

    /** A record on paper; blocks. 422 where it was altered, cannot be read, or lacks a signature. */
    public byte[] paper(Capture capture) {
        String text = Objects.requireNonNull(capture.record());
        compare(capture, sha256(text));
        WrittenRecord record = read(text);
        if (!record.whole()) {
            throw Refusal.of(422, "record-unsigned");
        }
        return paper.pages(record, capture);
    }

    private WrittenRecord read(String text) {
        try {
            return json.mapper().readValue(text, WrittenRecord.class);
        } catch (JsonProcessingException e) {
            throw Refusal.field("record", null, "field.unreadable");
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
