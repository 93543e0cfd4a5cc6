package org.zhixing.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one exit of every error: an RFC 9457 problem in the caller's language. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int TOO_MANY = 429;

    /** What the framework says of a form that ends before its last boundary; it has no exception of its own for that. */
    private static final String FORM_BROKEN_OFF = "Connection terminated reading multipart data";

    static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json", "utf-8");

    private final Messages messages;
    private final MemorySize largest;

    ProblemMapper(Messages messages, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.messages = messages;
        this.largest = largest;
    }

    @ServerExceptionMapper
    RestResponse<Problem> refusal(Refusal refusal, HttpServerRequest request) {
        RestResponse<Problem> problem = answer(request, refusal);
        if (refusal.status() == TOO_MANY) {
            problem.getHeaders().add("Retry-After", refusal.params().get(0));
        }
        return problem;
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = 1)
    RestResponse<Problem> unauthorized(Exception unauthorized, HttpServerRequest request) {
        return answer(request, Refusal.of(401, "not-signed-in"));
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<Problem> forbidden(ForbiddenException forbidden, HttpServerRequest request, ResourceInfo operation) {
        Clause clause = operation.getResourceMethod().getAnnotation(Clause.class);
        return answer(request, Refusal.forbidden("role", clause == null ? null : clause.value()));
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<Problem> violation(ConstraintViolationException invalid, HttpServerRequest request) {
        List<Refusal.FieldError> errors = invalid.getConstraintViolations().stream()
                .map(v -> Refusal.FieldError.of(
                        lastNode(v.getPropertyPath().toString()), v.getInvalidValue(), "verbatim", v.getMessage()))
                .toList();
        return answer(request, Refusal.fields(errors));
    }

    /**
     * Named thrice because the framework has mappers of its own for the others. A definition is invalid to Jackson also
     * where a request names a field twice; one that fails while an answer is written is our own fault.
     */
    @ServerExceptionMapper(
            value = {JsonProcessingException.class, MismatchedInputException.class, InvalidDefinitionException.class},
            priority = 1)
    RestResponse<Problem> json(JsonProcessingException malformed, HttpServerRequest request) {
        return malformed.getProcessor() instanceof JsonGenerator
                ? unexpected(malformed, request)
                : answer(request, malformedJson(malformed));
    }

    @ServerExceptionMapper
    RestResponse<Problem> web(WebApplicationException thrown, HttpServerRequest request, UriInfo uri) {
        if (thrown.getCause() instanceof JsonProcessingException malformed) {
            return answer(request, malformedJson(malformed));
        }
        if (thrown.getCause() instanceof ParameterTypes.Unreadable unreadable) {
            return answer(request, malformedParameter(unreadable, uri));
        }
        int status = thrown.getResponse().getStatus();
        RestResponse<Problem> problem =
                answer(request, status == 413 ? tooLarge() : Refusal.of(status, "http-" + status));
        String allow = thrown.getResponse().getHeaderString("Allow");
        if (allow != null) {
            problem.getHeaders().add("Allow", allow);
        }
        return problem;
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable unexpected, HttpServerRequest request) {
        if (Database.away(unexpected)) {
            LOG.warn("The database is away: " + request.method() + " " + request.path());
            RestResponse<Problem> problem = answer(request, Refusal.of(503, "database-away"));
            problem.getHeaders().add("Retry-After", "5");
            return problem;
        }
        if (unexpected instanceof IOException && FORM_BROKEN_OFF.equals(unexpected.getMessage())) {
            return answer(request, Refusal.of(400, "form-broken-off"));
        }
        if (Database.cannotKeep(unexpected)) {
            LOG.warn("Not to be kept: " + request.method() + " " + request.path());
            return answer(request, Refusal.of(400, "cannot-keep"));
        }
        LOG.error("Unexpected failure of " + request.method() + " " + request.path(), unexpected);
        return answer(request, Refusal.of(500, "unexpected"));
    }

    private static Refusal malformedJson(JsonProcessingException malformed) {
        String field = malformed instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        return field.isEmpty() ? Refusal.of(400, "malformed") : Refusal.field(field, null, "field.unreadable");
    }

    /** The framework says what could not be read, but not in which parameter; that is whose text it is. */
    private static Refusal malformedParameter(ParameterTypes.Unreadable unreadable, UriInfo uri) {
        return Refusal.fields(Stream.of(uri.getQueryParameters(), uri.getPathParameters())
                .flatMap(parameters -> parameters.entrySet().stream())
                .filter(parameter -> parameter.getValue().contains(unreadable.text()))
                .map(parameter -> Refusal.FieldError.of(parameter.getKey(), unreadable.text(), unreadable.reason()))
                .toList());
    }

    /** 413: more than the server takes. */
    Refusal tooLarge() {
        return Refusal.of(413, "too-large", largest.asLongValue() / (1024 * 1024));
    }

    private RestResponse<Problem> answer(HttpServerRequest request, Refusal refusal) {
        Problem problem = problem(refusal, Messages.locale(request.getHeader("Accept-Language")));
        return RestResponse.ResponseBuilder.<Problem>create(refusal.status())
                .entity(problem)
                .type(PROBLEM_JSON)
                .build();
    }

    /** The problem in the given language. */
    public Problem problem(Refusal refusal, Locale locale) {
        String code = refusal.code();
        String status = "status." + refusal.status();
        return new Problem(
                "urn:zhixing:problem:" + code,
                text(code + ".title", status, refusal, locale),
                refusal.status(),
                text(code + ".detail", status + ".detail", refusal, locale),
                code,
                refusal.clause(),
                messages.find(Messages.PROBLEMS, code + ".fact", refusal.params(), locale),
                messages.find(Messages.PROBLEMS, code + ".remedy", refusal.params(), locale),
                refusal.errors().stream()
                        .map(e -> new Problem.Field(e.field(), e.value(), reason(e, locale)))
                        .toList(),
                requestId(),
                refusal.extra());
    }

    /** A reason is a key of the problems' catalogue, or {@code catalogue/key} of another. */
    private String reason(Refusal.FieldError error, Locale locale) {
        int slash = error.reason().indexOf('/');
        return slash < 0
                ? messages.get(Messages.PROBLEMS, error.reason(), error.params(), locale)
                : messages.get(
                        "messages/" + error.reason().substring(0, slash),
                        error.reason().substring(slash + 1),
                        error.params(),
                        locale);
    }

    private static @Nullable String requestId() {
        return (String) MDC.get(RequestIdFilter.KEY);
    }

    private String text(String key, String otherwise, Refusal refusal, Locale locale) {
        String found = messages.find(Messages.PROBLEMS, key, refusal.params(), locale);
        return found != null ? found : messages.get(Messages.PROBLEMS, otherwise, refusal.params(), locale);
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
