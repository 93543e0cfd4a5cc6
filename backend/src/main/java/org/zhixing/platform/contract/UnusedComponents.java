package org.zhixing.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jspecify.annotations.Nullable;

/** A record that no operation sends or answers has no place in the contract. */
final class UnusedComponents {
    private UnusedComponents() {}

    static void remove(OpenAPI api) {
        Reach used = Reach.ofAll(api);
        Components all = api.getComponents();
        remove("schemas/", all.getSchemas(), used, all::removeSchema);
        remove("responses/", all.getResponses(), used, all::removeResponse);
        remove("parameters/", all.getParameters(), used, all::removeParameter);
        remove("headers/", all.getHeaders(), used, all::removeHeader);
    }

    private static void remove(String kind, @Nullable Map<String, ?> components, Reach used, Consumer<String> remove) {
        if (components != null) {
            List.copyOf(components.keySet()).stream()
                    .filter(name -> !used.contains(kind + name))
                    .forEach(remove);
        }
    }
}
