package org.zhixing.clock.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.zhixing.clock.CalendarFeeds;
import org.zhixing.platform.Refusal;

/** The calendar itself, for programs that cannot sign in: its address is the secret. */
@Path("/calendar")
public class SubscribedCalendarResource {
    private final CalendarFeeds feeds;

    SubscribedCalendarResource(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /** 404 for every address that opens nothing: made up, revoked and abandoned ones look alike. */
    @GET
    @Path("/{token: [A-Za-z0-9_-]{1,100}}.ics")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> calendar(
            @RestPath String token, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return feeds.file(token).map(file -> answer(file.orElseThrow(Refusal::notFound), known));
    }

    private static Response answer(String file, @Nullable String known) {
        String etag = "\"" + hash(file) + "\"";
        boolean same = known != null && known.contains(etag);
        Response.ResponseBuilder answer = same
                ? Response.notModified()
                : Response.ok(file.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=utf-8");
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String hash(String file) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
