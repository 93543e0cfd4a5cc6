package org.zhixing.platform.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * The roles of an operation. The extension writes them as if they were scopes of the token; they are roles of the
 * court, so they go to {@code x-roles} and the document's own security stands for every operation.
 */
final class SharedRoles {
    static final String ROLES = "x-roles";

    private SharedRoles() {}

    static void moveFromSecurity(OpenAPI api) {
        Operations.of(api).forEach(found -> move(found.operation()));
    }

    private static void move(Operation operation) {
        if (operation.getSecurity() == null) {
            return;
        }
        List<String> roles = operation.getSecurity().stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!roles.isEmpty()) {
            operation.addExtension(ROLES, roles);
        }
        operation.setSecurity(null);
    }
}
