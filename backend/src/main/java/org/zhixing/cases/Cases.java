package org.zhixing.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.access.rules.Visibility;
import org.zhixing.cases.rules.Contact;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyContact;
import org.zhixing.cases.store.CaseRows;
import org.zhixing.cases.store.PartyRow;
import org.zhixing.platform.Changes;
import org.zhixing.platform.Ids;
import org.zhixing.platform.Refusal;

/** The cases room as other rooms see it. */
@ApplicationScoped
public class Cases {
    private final CaseRows rows;
    private final Ids ids;

    Cases(CaseRows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** A case with the personal data that came with it. */
    public record WithContacts(EnforcementCase filed, List<Contact> contacts) {}

    /** Saves the cases whose numbers are free, with their parties; answers the ids that went in. */
    public Uni<Set<UUID>> insert(SqlConnection tx, List<WithContacts> cases) {
        return rows.insert(tx, cases.stream().map(WithContacts::filed).toList())
                .call(saved -> rows.insertParties(
                        tx,
                        cases.stream()
                                .filter(c -> saved.contains(c.filed().id()))
                                .flatMap(c -> partyRows(c).stream())
                                .toList()));
    }

    /** The case within the actor's sight, locked; 404 otherwise, 412 where the version is not the given one. */
    public Uni<EnforcementCase> lock(SqlConnection tx, Actor actor, UUID id) {
        return rows.lock(tx, actor.courtId(), id)
                .map(found -> found.filter(c -> Visibility.ofCases(actor).covers(c.team()))
                        .orElseThrow(Refusal::notFound));
    }

    /** The case within the actor's sight; 404 otherwise. */
    public Uni<EnforcementCase> find(SqlClient client, Actor actor, UUID id) {
        return rows.find(client, actor.courtId(), id)
                .map(found -> found.filter(c -> Visibility.ofCases(actor).covers(c.team()))
                        .orElseThrow(Refusal::notFound));
    }

    public Uni<Map<String, EnforcementCase>> byNumbers(SqlClient client, int courtId, List<String> numbers) {
        return rows.byNumbers(client, courtId, numbers);
    }

    /** The ids of the court's cases by number. */
    public Uni<Map<String, UUID>> idsByNumbers(SqlClient client, int courtId, List<String> numbers) {
        return numbers.isEmpty() ? Uni.createFrom().item(Map.of()) : rows.idsByNumbers(client, courtId, numbers);
    }

    /** The court's cases by id. */
    public Uni<Map<UUID, EnforcementCase>> byIds(SqlClient client, int courtId, List<UUID> wanted) {
        return wanted.isEmpty() ? Uni.createFrom().item(Map.of()) : rows.byIds(client, courtId, wanted);
    }

    /** Those of the cases that the person handles as judge or executor. */
    public Uni<Set<UUID>> handledBy(SqlClient client, int courtId, UUID person, List<UUID> caseIds) {
        return caseIds.isEmpty() ? Uni.createFrom().item(Set.of()) : rows.handledBy(client, courtId, person, caseIds);
    }

    /** Those of the cases that are open. */
    public Uni<Set<UUID>> openAmong(SqlClient client, int courtId, List<UUID> caseIds) {
        return caseIds.isEmpty() ? Uni.createFrom().item(Set.of()) : rows.openAmong(client, courtId, caseIds);
    }

    /** The case locked, for an act on something of it that the actor was seen to have in sight. */
    public Uni<EnforcementCase> lockWhole(SqlConnection tx, int courtId, UUID id) {
        return rows.lock(tx, courtId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** Locks the cases in the order of their ids. */
    public Uni<Integer> lockAll(SqlConnection tx, int courtId, List<UUID> ids) {
        return rows.lockAll(tx, courtId, ids);
    }

    public Uni<Integer> update(SqlConnection tx, EnforcementCase changed) {
        return rows.update(tx, changed);
    }

    /**
     * Writes the case's parties anew. Whoever edits a case without handling it was shown personal data masked: what comes
     * back as it was shown is what is stored, and not the mask.
     *
     * @return what became of the personal data, masked
     */
    public Uni<Changes> replaceParties(SqlConnection tx, WithContacts changed) {
        return rows.parties(tx, changed.filed().id()).chain(before -> {
            List<PartyRow> after = partyRows(changed).stream()
                    .map(party -> unmasked(party, before))
                    .toList();
            return rows.deleteParties(tx, changed.filed().id())
                    .chain(() -> rows.insertParties(tx, after))
                    .replaceWith(() -> personal(before, after));
        });
    }

    /** By field and party, such as {@code phone:王某}. */
    private static Changes personal(List<PartyRow> before, List<PartyRow> after) {
        Changes changes = new Changes();
        before.forEach(old -> personal(changes, old, same(old, after)));
        after.stream().filter(now -> same(now, before) == null).forEach(now -> personal(changes, null, now));
        return changes;
    }

    private static @Nullable PartyRow same(PartyRow party, List<PartyRow> among) {
        return among.stream()
                .filter(each -> each.role() == party.role() && each.name().equals(party.name()))
                .findFirst()
                .orElse(null);
    }

    private static void personal(Changes changes, @Nullable PartyRow old, @Nullable PartyRow now) {
        String who = ":" + (now == null ? old == null ? "" : old.name() : now.name());
        changes.masked(
                "idNumber" + who,
                old == null ? null : old.idNumber(),
                now == null ? null : now.idNumber(),
                Masking::idNumber);
        changes.masked(
                "phone" + who, old == null ? null : old.phone(), now == null ? null : now.phone(), Masking::phone);
        changes.masked(
                "address" + who,
                old == null ? null : old.address(),
                now == null ? null : now.address(),
                Masking::address);
    }

    private static PartyRow unmasked(PartyRow party, List<PartyRow> before) {
        PartyRow old = same(party, before);
        return old == null
                ? party
                : party.withData(
                        kept(party.idNumber(), old.idNumber(), Masking.idNumber(old.idNumber())),
                        kept(party.phone(), old.phone(), Masking.phone(old.phone())),
                        kept(party.address(), old.address(), Masking.address(old.address())));
    }

    private static @Nullable String kept(@Nullable String sent, @Nullable String stored, @Nullable String shown) {
        return sent != null && sent.equals(shown) ? stored : sent;
    }

    /** The parties of the court's cases with where they are found, by case; unmasked. */
    public Uni<Map<UUID, List<PartyContact>>> contacts(SqlClient client, int courtId, List<UUID> caseIds) {
        return caseIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : rows.contacts(client, courtId, caseIds)
                        .map(all -> all.stream().collect(Collectors.groupingBy(PartyContact::caseId)));
    }

    private List<PartyRow> partyRows(WithContacts c) {
        List<NamedParty> parties = c.filed().row().parties();
        List<PartyRow> all = new ArrayList<>(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            NamedParty party = parties.get(i);
            int position = i;
            Contact contact = c.contacts().stream()
                    .filter(k -> k.position() == position)
                    .findFirst()
                    .orElse(new Contact(position, null, null, null));
            all.add(new PartyRow(
                    ids.next(),
                    c.filed().courtId(),
                    c.filed().id(),
                    position,
                    party.role(),
                    party.kind(),
                    party.name(),
                    contact.idNumber(),
                    contact.phone(),
                    contact.address()));
        }
        return all;
    }
}
