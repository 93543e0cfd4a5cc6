package org.zhixing.audit.web;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.SealKeyFile;
import org.zhixing.audit.TrailVerification;
import org.zhixing.audit.rules.Seal;

/**
 * What was signed, to be kept where no superuser of the database reaches it: beside such a file a trail can be proven that
 * was rewritten from its blocks on, or cut off at its end.
 */
@Path("/api/v1/audit/roots")
@Tag(name = "audit")
public class RootsResource {
    private final Actors actors;
    private final TrailVerification verification;
    private final SealKeyFile keys;

    RootsResource(Actors actors, TrailVerification verification, SealKeyFile keys) {
        this.actors = actors;
        this.verification = verification;
        this.keys = keys;
    }

    @GET
    @Produces("application/x-ndjson")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"audit-roots.ndjson\"")
    @RolesAllowed({Roles.AUDITOR, Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(
            operationId = "exportAuditRoots",
            summary = "The signed blocks of the trail as a file to keep elsewhere, for a check without the application",
            description =
                    "A line of JSON each: first the public keys, then of every block what was hashed and signed (text),"
                            + " its SHA-256, key and Ed25519 signature in Base64. Days are those of sealing.")
    public Multi<Map<String, Object>> roots(
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Parameter(description = "Inclusive") @Nullable LocalDate to) {
        TrailVerification.Range range = new TrailVerification.Range(AuditQuery.begin(from), AuditQuery.end(from, to));
        return actors.current().onItem().transformToMulti(actor -> Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> header(actor.courtId())),
                        verification.roots(actor.courtId(), range).onItem().transformToIterable(all -> all.stream()
                                .map(RootsResource::line)
                                .toList())));
    }

    private Map<String, Object> header(int courtId) {
        Map<String, String> known = new LinkedHashMap<>();
        keys.keys()
                .known()
                .forEach((id, key) -> known.put(id, Base64.getEncoder().encodeToString(key.getEncoded())));
        return Map.of("format", "zhixing-audit-roots-1", "court", courtId, "keys", known);
    }

    private static Map<String, Object> line(Seal root) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", root.number());
        line.put("text", root.text());
        line.put("hash", root.hash());
        if (root.signature() != null) {
            line.put("key", String.valueOf(root.keyId()));
            line.put("signature", root.signature());
        }
        return line;
    }
}
