package org.zhixing.platform.contract;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.zhixing.platform.Problem;

/**
 * Every refusal of every operation is a {@link Problem}. A resource may describe one of its own; those that follow from
 * what the operation takes are added here.
 */
final class ProblemAnswers {
    private static final String PROBLEM_JSON = "application/problem+json";

    private ProblemAnswers() {}

    static void declare(OpenAPI api) {
        api.getComponents().getResponses().values().forEach(ProblemAnswers::complete);
        Operations.of(api).forEach(ProblemAnswers::declare);
    }

    private static void declare(Operations found) {
        APIResponses responses = found.operation().getResponses();
        for (String status : expected(found)) {
            APIResponse own = responses.getAPIResponse(status);
            if (own == null || isBare(status, own)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
            }
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getRef() == null) {
                complete(response);
            }
        });
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    /** 401 and 403 as the extension adds them say nothing. */
    private static boolean isBare(String status, APIResponse own) {
        return (status.equals("401") || status.equals("403"))
                && own.getContent() == null
                && (own.getDescription() == null || own.getDescription().startsWith("Not A"));
    }

    private static SortedSet<String> expected(Operations found) {
        SortedSet<String> expected = new TreeSet<>(Set.of("401", "403"));
        boolean body = found.operation().getRequestBody() != null;
        add(expected, found.hasInput(), "400");
        add(expected, found.path().contains("{"), "404");
        add(expected, found.takes(SharedParameters.IF_MATCH), "412", "428");
        add(expected, body, "413", "415");
        add(expected, found.takes(SharedParameters.IF_MATCH) || found.takes(SharedParameters.IDEMPOTENCY_KEY), "422");
        return expected;
    }

    private static void add(SortedSet<String> all, boolean applies, String... statuses) {
        if (applies) {
            all.addAll(List.of(statuses));
        }
    }

    private static void complete(APIResponse response) {
        Content content = response.getContent() == null ? OASFactory.createContent() : response.getContent();
        MediaType problem = content.getMediaType(PROBLEM_JSON);
        if (problem == null) {
            problem = OASFactory.createMediaType();
            content.addMediaType(PROBLEM_JSON, problem);
        }
        if (problem.getSchema() == null) {
            problem.setSchema(OASFactory.createSchema().ref("Problem"));
        }
        response.setContent(content);
        response.addHeader("X-Request-Id", OASFactory.createHeader().ref("RequestId"));
    }
}
