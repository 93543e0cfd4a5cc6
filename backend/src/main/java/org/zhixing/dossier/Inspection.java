package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.dossier.content.ContentCheck;
import org.zhixing.dossier.content.VirusScan;
import org.zhixing.dossier.rules.FileKind;
import org.zhixing.dossier.rules.FileName;
import org.zhixing.dossier.rules.Finding;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.platform.Database;
import org.zhixing.platform.ZhixingConfig;

/** What every file that comes in must pass, whichever way it came: its bytes, the court's policy, the virus scanner. */
@ApplicationScoped
public class Inspection {
    /** What is found by the policy, and not by the file alone. */
    private static final Set<String> BY_POLICY = Set.of("file-type-not-allowed", "file-pixels");

    private final Database database;
    private final UploadPolicies policies;
    private final Audit audit;
    private final Optional<VirusScan> virusScan;

    Inspection(Database database, UploadPolicies policies, Audit audit, ZhixingConfig config) {
        this.database = database;
        this.policies = policies;
        this.audit = audit;
        this.virusScan = config.clamd()
                .address()
                .map(address -> new VirusScan(address, config.clamd().patience()));
    }

    /** Its kind, or why it is refused; blocks, with a scanner for as long as that needs. */
    ContentCheck.Verdict look(Path file, String name, UploadPolicy policy) throws IOException {
        ContentCheck.Verdict seen = ContentCheck.check(file, name, policy.pixels());
        Optional<Finding> finding =
                seen.finding().map(each -> BY_POLICY.contains(each.code()) ? each.under(policy.clause()) : each);
        if (finding.isEmpty()) {
            long size = java.nio.file.Files.size(file);
            finding = seen.kind().flatMap(kind -> policy.objection(kind, name, size));
        }
        if (finding.isEmpty() && virusScan.isPresent()) {
            finding = virusScan.get().check(file, name);
        }
        return finding.isEmpty() ? seen : new ContentCheck.Verdict(Optional.empty(), finding);
    }

    /**
     * A file that came with a form, now with the type that its bytes show; refused with the reason as an upload would be,
     * and the refusal is written down.
     */
    public Uni<Upload> pass(Actor by, Upload upload) {
        if (FileName.climbs(upload.name())) {
            return refuse(by, upload, Finding.of("file-name-climbs", upload.name()));
        }
        String name = FileName.plain(upload.name(), "");
        if (name.isEmpty()) {
            return refuse(by, upload, Finding.of("file-name-climbs", upload.name()));
        }
        return policies.now(database.reading(), by.courtId())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(policy -> lookAt(upload, name, policy))
                .chain(seen -> seen.kind()
                        .map(FileKind::mediaType)
                        .map(type -> Uni.createFrom().item(new Upload(upload.path(), name, type)))
                        .orElseGet(() -> refuse(by, upload, seen.finding().orElseThrow())));
    }

    private ContentCheck.Verdict lookAt(Upload upload, String name, UploadPolicy policy) {
        try {
            Optional<Finding> plain = policy.objection(name, java.nio.file.Files.size(upload.path()));
            return plain.isPresent()
                    ? new ContentCheck.Verdict(Optional.empty(), plain)
                    : look(upload.path(), name, policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a transaction of its own: what the file was for is not done. */
    private Uni<Upload> refuse(Actor by, Upload upload, Finding finding) {
        Map<String, Object> detail = new HashMap<>(Map.of("file", upload.name(), "reason", finding.code()));
        return database.inTransaction(
                        tx -> audit.write(tx, Audit.by(by), List.of(new Entry("upload.refused", null, null, detail))))
                .onItem()
                .failWith(() -> Findings.refusal(finding))
                .replaceWith((@Nullable Upload) null);
    }
}
