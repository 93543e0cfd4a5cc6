package org.zhixing.ledger.web;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.ledger.rules.DisbursementStatus;
import org.zhixing.ledger.store.DisbursementFilter;
import org.zhixing.platform.Asked;

/** The filters of the list of disbursements as they come in the URL. */
public class DisbursementQuery {
    @QueryParam("status")
    @Parameter(
            description = "May be given several times; all if absent",
            schema = @Schema(type = SchemaType.ARRAY, implementation = DisbursementStatus.class))
    @Nullable
    List<String> status;

    @QueryParam("waiting")
    @Parameter(description = "True for what waits for the caller's own step")
    boolean waiting;

    @QueryParam("caseId")
    @Parameter(schema = @Schema(implementation = UUID.class))
    @Nullable
    String caseId;

    @Nullable
    UUID ofCase() {
        return Asked.uuid("caseId", caseId);
    }

    DisbursementFilter filter(Actor actor) {
        List<String> asked = status == null ? List.of() : status;
        return new DisbursementFilter(
                actor,
                asked.stream()
                        .map(text -> Asked.choice(DisbursementStatus.class, "status", text))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet()),
                waiting,
                ofCase());
    }
}
