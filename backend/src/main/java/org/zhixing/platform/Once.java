package org.zhixing.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Idempotent POSTs: the same {@code Idempotency-Key} and the same request get the stored answer, another request under
 * the same key gets 422. The key is taken first and inside the work's own transaction, so a second caller waits for the
 * first and then reads its answer.
 */
@ApplicationScoped
public class Once {
    private final Json json;

    Once(Json json) {
        this.json = json;
    }

    /** Who sends the key, and for what. */
    public record Ticket(
            int courtId,
            UUID personId,
            @Nullable String key,
            String act,
            @Nullable Object request) {}

    public <T> Uni<T> run(SqlConnection tx, Ticket ticket, Class<T> type, Supplier<Uni<T>> work) {
        String key = ticket.key();
        if (key == null || key.isBlank()) {
            return work.get();
        }
        if (key.length() > 200) {
            throw Refusal.field("Idempotency-Key", key, "field.length", 200);
        }
        String hash = hash(ticket.act() + json.text(ticket.request()));
        return Database.execute(
                        tx,
                        "insert into idempotency_key (court_id, person_id, key, request_hash) values ($1, $2, $3, $4)"
                                + " on conflict do nothing",
                        ticket.courtId(),
                        ticket.personId(),
                        key,
                        hash)
                .chain(taken -> taken == 1
                        ? work.get().call(answer -> store(tx, ticket, key, answer))
                        : replay(tx, ticket, key, hash, type));
    }

    private Uni<Integer> store(SqlConnection tx, Ticket ticket, String key, Object answer) {
        return Database.execute(
                tx,
                "update idempotency_key set response = $3::text::json where person_id = $1 and key = $2",
                ticket.personId(),
                key,
                json.text(answer));
    }

    private <T> Uni<T> replay(SqlConnection tx, Ticket ticket, String key, String hash, Class<T> type) {
        return Database.first(
                        tx,
                        "select request_hash, response::text from idempotency_key where person_id = $1 and key = $2",
                        row -> new String[] {row.getString(0), row.getString(1)},
                        ticket.personId(),
                        key)
                .map(found -> {
                    String[] stored = found.orElseThrow();
                    if (!stored[0].equals(hash)) {
                        throw Refusal.of(422, "idempotency-key-reused");
                    }
                    return json.read(stored[1], type);
                });
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
