package org.zhixing.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the API's document at build time, so that a resource says only what is its own: roles, problem answers,
 * versions, idempotency keys, which values may be null and which are always there.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        SharedRoles.moveFromSecurity(api);
        SharedParameters.refer(api);
        Etags.declare(api);
        ProblemAnswers.declare(api);
        UnusedComponents.remove(api);
        new RecordShapes(index).shape(api);
    }
}
