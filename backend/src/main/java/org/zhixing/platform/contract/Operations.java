package org.zhixing.platform.contract;

import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** An operation of the document with where it is found. */
record Operations(String path, PathItem.HttpMethod method, Operation operation) {
    private static final Set<PathItem.HttpMethod> SAFE =
            Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD, PathItem.HttpMethod.OPTIONS);

    static Stream<Operations> of(OpenAPI api) {
        return api.getPaths().getPathItems().entrySet().stream()
                .flatMap(item -> item.getValue().getOperations().entrySet().stream()
                        .map(each -> new Operations(item.getKey(), each.getKey(), each.getValue())));
    }

    boolean changes() {
        return !SAFE.contains(method);
    }

    boolean hasInput() {
        return operation.getRequestBody() != null
                || (operation.getParameters() != null
                        && !operation.getParameters().isEmpty());
    }

    boolean takes(String component) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .map(Parameter::getRef)
                        .anyMatch(ref -> ref != null && ref.endsWith("/" + component));
    }
}
