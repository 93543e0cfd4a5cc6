package org.zhixing.platform.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which shared components the operations refer to, at any depth. */
final class Reach {
    private static final String ROOT = "#/components/";

    private final Components all;
    private final Set<String> seen = new HashSet<>();

    private Reach(OpenAPI api) {
        this.all = api.getComponents();
    }

    /** What the bodies of requests are made of. */
    static Reach ofRequests(OpenAPI api) {
        Reach reach = new Reach(api);
        Operations.of(api).forEach(found -> reach.body(found.operation().getRequestBody()));
        return reach;
    }

    /** What anything at all is made of. */
    static Reach ofAll(OpenAPI api) {
        Reach reach = new Reach(api);
        Operations.of(api).forEach(found -> reach.operation(found.operation()));
        return reach;
    }

    /** True for e.g. {@code schemas/Team} if it is referred to. */
    boolean contains(String component) {
        return seen.contains(ROOT + component);
    }

    private void operation(Operation operation) {
        body(operation.getRequestBody());
        each(operation.getParameters(), this::parameter);
        each(operation.getResponses().getAPIResponses().values(), this::response);
    }

    private void parameter(Parameter parameter) {
        if (!follow(parameter.getRef(), "parameters/", all.getParameters(), this::parameter)) {
            schema(parameter.getSchema());
            content(parameter.getContent());
        }
    }

    private void body(@Nullable RequestBody body) {
        if (body != null && !follow(body.getRef(), "requestBodies/", all.getRequestBodies(), this::body)) {
            content(body.getContent());
        }
    }

    private void response(APIResponse response) {
        if (!follow(response.getRef(), "responses/", all.getResponses(), this::response)) {
            content(response.getContent());
            each(response.getHeaders() == null ? null : response.getHeaders().values(), this::header);
        }
    }

    private void header(Header header) {
        if (!follow(header.getRef(), "headers/", all.getHeaders(), this::header)) {
            schema(header.getSchema());
        }
    }

    private void content(@Nullable Content content) {
        each(content == null ? null : content.getMediaTypes().values(), (MediaType media) -> schema(media.getSchema()));
    }

    private void schema(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        follow(schema.getRef(), "schemas/", all.getSchemas(), this::schema);
        schema(schema.getItems());
        schema(schema.getAdditionalPropertiesSchema());
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(this::schema);
        each(schema.getProperties() == null ? null : schema.getProperties().values(), this::schema);
    }

    /** True if it was a reference; each is followed once. */
    private <T> boolean follow(
            @Nullable String ref, String kind, @Nullable Map<String, T> components, Consumer<T> walk) {
        if (ref == null) {
            return false;
        }
        T target = components == null ? null : components.get(ref.substring((ROOT + kind).length()));
        if (seen.add(ref) && target != null) {
            walk.accept(target);
        }
        return true;
    }

    private static <T> void each(@Nullable Collection<T> all, Consumer<T> walk) {
        if (all != null) {
            all.forEach(walk);
        }
    }
}
