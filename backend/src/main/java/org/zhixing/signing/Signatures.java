package org.zhixing.signing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Actor;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.rules.Seat;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.Signing;
import org.zhixing.signing.store.SignatureRows;

/** The signing room as other rooms see it: who signs now, and who has. By which rule is {@link SigningPolicies}. */
@ApplicationScoped
public class Signatures {
    private final SignatureRows rows;
    private final CourtClock clock;
    private final FreshLogin fresh;

    Signatures(SignatureRows rows, CourtClock clock, FreshLogin fresh) {
        this.rows = rows;
        this.clock = clock;
        this.fresh = fresh;
    }

    /**
     * Signs what is locked in this transaction: 403 not the signer or the login too old, 409 signed already, 422 not yet.
     *
     * @param version of what is signed
     * @param sha256 of exactly what is signed
     * @return the signing with this signature
     */
    public Uni<Signing> sign(
            SqlConnection tx, Actor by, Signing signing, UUID id, int version, String sha256, Signature.Login login) {
        signing.deny(by).ifPresent(denial -> refuse(denial, signing));
        signing.deny(login, fresh.rule(), clock.now()).ifPresent(denial -> refuse(denial, signing));
        Seat seat = signing.seatOf(by).orElseThrow();
        Signature signature = new Signature(seat, by.personId(), by.name(), sha256, clock.now(), login);
        return rows.insert(tx, by.courtId(), signing.rule().subject(), new SignatureRows.Placed(id, version, signature))
                .replaceWith(() -> signing.with(signature));
    }

    /** The signatures on that version of each subject, oldest first; {@code versions} by subject. */
    public Uni<Map<UUID, List<Signature>>> of(SqlClient client, int courtId, Map<UUID, Integer> versions) {
        return rows.of(client, courtId, List.copyOf(versions.keySet())).map(all -> all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stream()
                        .filter(placed -> Objects.equals(versions.get(e.getKey()), placed.version()))
                        .map(SignatureRows.Placed::signature)
                        .toList())));
    }

    private void refuse(Signing.Denial denial, Signing signing) {
        Messages.Term subject = new Messages.Term("signed." + signing.rule().subject());
        Seat seat = denial.seat();
        Object who = seat == null ? "" : new Messages.Term("seat." + seat.name());
        throw switch (denial.kind()) {
            case STEP_UP -> fresh.refusal(denial.clause(), subject);
            case PERSON -> Refusal.forbidden(denial.code(), denial.clause(), subject, who);
            case DONE_ALREADY -> Refusal.conflict(denial.code(), subject).under(denial.clause());
            case RULE -> Refusal.rule(denial.code(), denial.clause(), subject, who);
        };
    }
}
