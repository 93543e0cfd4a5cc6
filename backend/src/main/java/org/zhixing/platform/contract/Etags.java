package org.zhixing.platform.contract;

import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Whoever must send {@code If-Match} can read the {@code ETag}: on the row itself, and in the answer to each change. */
final class Etags {
    private Etags() {}

    static void declare(OpenAPI api) {
        Set<Operations> changes = Operations.of(api)
                .filter(found -> found.takes(SharedParameters.IF_MATCH))
                .collect(Collectors.toSet());
        Operations.of(api)
                .filter(found -> changes.contains(found) || isRowOf(found, changes))
                .forEach(Etags::declare);
    }

    private static boolean isRowOf(Operations found, Set<Operations> changes) {
        return found.method() == PathItem.HttpMethod.GET
                && found.path().endsWith("}")
                && changes.stream()
                        .anyMatch(change -> change.path().equals(found.path())
                                || change.path().startsWith(found.path() + "/"));
    }

    private static void declare(Operations found) {
        found.operation().getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            }
        });
    }
}
