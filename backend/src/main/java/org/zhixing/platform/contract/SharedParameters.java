package org.zhixing.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Headers and queries that mean the same everywhere are described once, in {@code META-INF/openapi.yaml}. */
final class SharedParameters {
    static final String IF_MATCH = "IfMatch";
    static final String IDEMPOTENCY_KEY = "IdempotencyKey";

    private static final Map<String, String> COMPONENTS =
            Map.of("If-Match", IF_MATCH, "Idempotency-Key", IDEMPOTENCY_KEY, "cursor", "Cursor", "limit", "Limit");

    private SharedParameters() {}

    static void refer(OpenAPI api) {
        Operations.of(api).forEach(SharedParameters::refer);
    }

    private static void refer(Operations found) {
        List<Parameter> given = found.operation().getParameters();
        List<Parameter> all = new ArrayList<>();
        if (given != null) {
            given.forEach(parameter -> all.add(shared(parameter)));
        }
        if (found.changes()) {
            all.add(OASFactory.createParameter().ref("Csrf"));
        }
        found.operation().setParameters(all.isEmpty() ? null : all);
    }

    private static Parameter shared(Parameter parameter) {
        String component = parameter.getName() == null ? null : COMPONENTS.get(parameter.getName());
        return component == null ? parameter : OASFactory.createParameter().ref(component);
    }
}
