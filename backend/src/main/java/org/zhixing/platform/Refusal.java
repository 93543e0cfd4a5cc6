package org.zhixing.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was understood and is refused. The mapper turns it into {@code application/problem+json} in the
 * caller's language: title, detail, fact and remedy come from the catalogue {@code messages/problems} under
 * {@code <code>.title} and so on, filled with {@code params}.
 */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String code;
    private final @Nullable String clause;
    private final transient List<Object> params;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extra;

    /** One field of the request that is wrong; {@code reason} is a key of the catalogue. */
    public record FieldError(String field, @Nullable String value, String reason, List<Object> params) {
        public static FieldError of(String field, @Nullable Object value, String reason, Object... params) {
            return new FieldError(field, value == null ? null : value.toString(), reason, List.of(params));
        }
    }

    private Refusal(
            int status,
            String code,
            @Nullable String clause,
            List<Object> params,
            List<FieldError> errors,
            Map<String, Object> extra) {
        super(code + params);
        this.status = status;
        this.code = code;
        this.clause = clause;
        this.params = params;
        this.errors = errors;
        this.extra = extra;
    }

    /** 422: a rule of the court stands against it; the clause is cited. */
    public static Refusal rule(String code, String clause, Object... params) {
        return new Refusal(422, code, clause, List.of(params), List.of(), Map.of());
    }

    /** 404: not there, or out of the caller's sight; the two look alike. */
    public static Refusal notFound() {
        return new Refusal(404, "not-found", null, List.of(), List.of(), Map.of());
    }

    /** 403: signed in, but not the person for it. */
    public static Refusal forbidden(String code, @Nullable String clause, Object... params) {
        return new Refusal(403, code, clause, List.of(params), List.of(), Map.of());
    }

    /** 409: it clashes with what is stored. */
    public static Refusal conflict(String code, Object... params) {
        return new Refusal(409, code, null, List.of(params), List.of(), Map.of());
    }

    /** 400: fields that cannot be read. */
    public static Refusal fields(List<FieldError> errors) {
        return new Refusal(400, "invalid", null, List.of(), errors, Map.of());
    }

    /** 400 for one field. */
    public static Refusal field(String field, @Nullable Object value, String reason, Object... params) {
        return fields(List.of(FieldError.of(field, value, reason, params)));
    }

    /** 412: somebody was faster; says the current version and what has changed since. */
    public static Refusal stale(int current, List<String> changed) {
        return new Refusal(
                412, "stale", null, List.of(current), List.of(), Map.of("current", current, "changed", changed));
    }

    /** Any other status with a catalogue entry of its own. */
    public static Refusal of(int status, String code, Object... params) {
        return new Refusal(status, code, null, List.of(params), List.of(), Map.of());
    }

    /** The same, and which clause is behind it. */
    public Refusal under(@Nullable String because) {
        return new Refusal(status, code, because, params, errors, extra);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String clause() {
        return clause;
    }

    public List<Object> params() {
        return params;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extra() {
        return extra;
    }
}
