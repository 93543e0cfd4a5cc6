package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.rules.StoredFile;
import org.zhixing.ledger.FundsPolicies;
import org.zhixing.paper.Papers;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperNumber;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.paper.rules.PaperStatus;
import org.zhixing.paper.rules.Template;
import org.zhixing.paper.rules.Variable;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.Signatures;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.Signing;

/**
 * Numbers a paper and fixes it as the PDF that is signed, then takes its signatures; with the last one it is in the
 * e-file.
 */
@ApplicationScoped
public class SignPaper {
    private final Database database;
    private final Papers papers;
    private final PaperDesk desk;
    private final PaperTold told;
    private final FilePaper filing;
    private final Signatures signatures;
    private final SigningPolicies rules;
    private final org.zhixing.dossier.Files files;
    private final FundsPolicies funds;
    private final CourtClock clock;

    SignPaper(
            Database database,
            Papers papers,
            PaperDesk desk,
            PaperTold told,
            FilePaper filing,
            Signatures signatures,
            SigningPolicies rules,
            org.zhixing.dossier.Files files,
            FundsPolicies funds,
            CourtClock clock) {
        this.database = database;
        this.papers = papers;
        this.desk = desk;
        this.told = told;
        this.filing = filing;
        this.signatures = signatures;
        this.rules = rules;
        this.files = files;
        this.funds = funds;
        this.clock = clock;
    }

    /** Which paper, in the version and with the bytes that the signer has before their eyes. */
    public record Seen(UUID id, int version, String sha256) {}

    /** Numbers it and fixes its PDF. 400 where something is not filled in, 409 no draft, 412 changed meanwhile. */
    public Uni<Void> submit(Actor actor, UUID id, int version) {
        return database.inTransaction(tx -> desk.lock(tx, actor, id, version).chain(locked -> {
                    WritePaper.byHand(locked.kind());
                    return submit(tx, actor, locked);
                }))
                .replaceWithVoid();
    }

    /** Within the transaction that holds the case and the paper; tells those whose turn it is. */
    Uni<Paper> submit(SqlConnection tx, Actor actor, PaperDesk.Locked locked) {
        return fix(tx, actor, locked)
                .call(fixed -> desk.signing(tx, fixed).chain(signing -> told.toSign(tx, actor, fixed, signing.turn())));
    }

    private Uni<Paper> fix(SqlConnection tx, Actor actor, PaperDesk.Locked locked) {
        WritePaper.refuse(PaperPermits.Act.SUBMIT, actor, locked);
        Paper draft = locked.paper();
        return desk.template(tx, actor.courtId(), locked.kind(), draft.content().template())
                .chain(text -> {
                    WritePaper.complete(draft, Template.read(text));
                    return large(tx, draft).chain(large -> papers.number(tx, draft, clock.today())
                            .chain(number -> desk.print(actor, draft, locked.of(), number, text)
                                    .chain(pdf ->
                                            keep(tx, actor, pdf, locked.kind().zh() + number.text()))
                                    .chain(file -> fix(tx, actor, draft, number, file, large))));
                });
    }

    private Uni<Paper> fix(
            SqlConnection tx, Actor actor, Paper draft, PaperNumber number, StoredFile file, boolean large) {
        return rules.inForce(tx, draft.courtId(), clock.today())
                .map(rule -> draft.fixed(
                        number, new Paper.Fixed(file.id(), file.sha256(), clock.now(), rule.version()), large))
                .chain(fixed -> fix(tx, actor, fixed, file));
    }

    private Uni<Paper> fix(SqlConnection tx, Actor actor, Paper fixed, StoredFile file) {
        return papers.update(tx, fixed)
                .chain(() -> papers.keepEdition(tx, fixed, actor.personId()))
                .chain(() -> told.trail(
                        tx,
                        actor,
                        fixed,
                        "paper.submitted",
                        Map.of("sha256", file.sha256(), "edition", fixed.edition())))
                .replaceWith(fixed);
    }

    /** Whether it pays more than the court's threshold. */
    private Uni<Boolean> large(SqlConnection tx, Paper paper) {
        String amount = paper.content().fields().get(Variable.AMOUNT.name());
        return amount == null
                ? Uni.createFrom().item(false)
                : funds.inForce(tx, paper.courtId(), clock.today())
                        .map(policy -> new BigDecimal(amount)
                                        .compareTo(policy.document().presidentAbove())
                                > 0);
    }

    private Uni<StoredFile> keep(SqlConnection tx, Actor actor, byte[] pdf, String name) {
        return Uni.createFrom()
                .item(() -> written(pdf))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(path -> files.keep(tx, actor, path, name + ".pdf", "application/pdf")
                        .onTermination()
                        .invoke(() -> discard(path)));
    }

    private static Path written(byte[] pdf) {
        try {
            return Files.write(Files.createTempFile("paper", ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path path) {
        if (!path.toFile().delete()) {
            path.toFile().deleteOnExit();
        }
    }

    /**
     * Signs. 403 not the signer of this case today, or the login is too old; 409 not before signature, or signed already;
     * 412 the paper is not the one seen; 422 not their turn, or what the rule requires is not there.
     */
    public Uni<Void> sign(Actor actor, Seen seen, Signature.Login login) {
        return database.inTransaction(
                tx -> desk.lock(tx, actor, seen.id(), null).chain(locked -> {
                    Paper paper = locked.paper();
                    if (!paper.is(PaperStatus.TO_SIGN)) {
                        throw Refusal.conflict(paper.is(PaperStatus.SIGNED) ? "signing-complete" : "paper-state")
                                .under(PaperPermits.CLAUSE);
                    }
                    String sha256 = Objects.requireNonNull(paper.fixed()).sha256();
                    if (!sha256.equals(seen.sha256()) || paper.version() != seen.version()) {
                        throw Refusal.stale(paper.version(), java.util.List.of("pdf"));
                    }
                    return sign(tx, actor, paper, login).chain(signing -> after(tx, actor, locked, signing));
                }));
    }

    /**
     * Fixes the draft and signs it in one: the paper of an act that is done by this signature, and that nobody else signs.
     * Within the transaction that holds the case. Refuses as {@link #sign} does.
     */
    Uni<Void> fixAndSign(SqlConnection tx, Actor actor, PaperDesk.Locked draft, Signature.Login login) {
        return fix(tx, actor, draft).chain(fixed -> {
            var locked = new PaperDesk.Locked(fixed, draft.of(), draft.kind());
            return sign(tx, actor, fixed, login).chain(signing -> keep(tx, actor, locked, signing));
        });
    }

    private Uni<Signing> sign(SqlConnection tx, Actor actor, Paper paper, Signature.Login login) {
        String sha256 = Objects.requireNonNull(paper.fixed()).sha256();
        return desk.signing(tx, paper)
                .chain(signing -> signatures.sign(tx, actor, signing, paper.id(), paper.edition(), sha256, login));
    }

    private Uni<Void> after(SqlConnection tx, Actor actor, PaperDesk.Locked locked, Signing signing) {
        Paper paper = locked.paper();
        return keep(tx, actor, locked, signing)
                .chain(() -> signing.complete()
                        ? told.signed(tx, actor, paper)
                        : told.toSign(tx, actor, paper, signing.turn()))
                .replaceWithVoid();
    }

    /** On the trail, and with the last signature in the e-file. */
    private Uni<Void> keep(SqlConnection tx, Actor actor, PaperDesk.Locked locked, Signing signing) {
        Paper paper = locked.paper();
        Signature last = signing.given().get(signing.given().size() - 1);
        Map<String, Object> detail =
                Map.of("seat", last.seat().name(), "sha256", last.sha256(), "edition", paper.edition());
        Uni<Paper> now = signing.complete()
                ? filing.file(tx, actor, locked, signing).map(paper::signed)
                : Uni.createFrom().item(paper);
        return now.chain(changed -> papers.update(tx, changed))
                .chain(() -> told.trail(tx, actor, paper, "paper.signed", detail));
    }
}
