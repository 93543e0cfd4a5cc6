package org.zhixing.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a path or a query with a character that could not even be looked for, by the name of its parameter. */
public class PlainAddress {
    @ServerRequestFilter
    public void refuseNul(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        List<Refusal.FieldError> errors = Stream.of(uri.getQueryParameters(), uri.getPathParameters())
                .flatMap(parameters -> parameters.entrySet().stream())
                .filter(parameter -> !parameter.getValue().stream().allMatch(PlainValues::plain))
                .map(parameter -> Refusal.FieldError.of(parameter.getKey(), null, "field.characters"))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }
}
