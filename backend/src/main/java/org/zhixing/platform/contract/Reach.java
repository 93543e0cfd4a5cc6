package org.zhixing.platform.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names of the schemas that requests send, at any depth. */
final class Reach {
    private final Map<String, Schema> schemas;
    private final Set<String> seen = new HashSet<>();

    private Reach(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static Set<String> fromRequests(OpenAPI api) {
        Reach reach = new Reach(api.getComponents().getSchemas());
        Operations.of(api)
                .map(found -> found.operation().getRequestBody())
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(reach::walk);
        return reach.seen;
    }

    private void walk(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null) {
            String name = ref.substring(ref.lastIndexOf('/') + 1);
            if (seen.add(name)) {
                walk(schemas.get(name));
            }
        }
        walk(schema.getItems());
        walk(schema.getAdditionalPropertiesSchema());
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(this::walk);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::walk);
        }
    }
}
