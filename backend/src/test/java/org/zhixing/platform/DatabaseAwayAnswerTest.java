package org.zhixing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller is told while the database is away: to try again, and that nothing is confirmed. */
class DatabaseAwayAnswerTest {
    private final ProblemMapper mapper = new ProblemMapper(new Messages(), new MemorySize(BigInteger.TEN));

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 数据库暂不可用, 系统暂时连不上数据库，本次操作没有确认办成。, 请稍后重试；同一操作重复提交不会重复办理。",
        "'en-GB,en;q=0.9', The database is away,"
                + " 'The system cannot reach its database just now; this request is not confirmed as done.',"
                + " Try again shortly; the same operation sent again is not done twice."
    })
    void says503AndWhenToTryAgain(String language, String title, String detail, String remedy) {
        RestResponse<Problem> answer =
                mapper.unexpected(new IllegalStateException(ClosedConnectionException.INSTANCE), request(language));
        assertEquals(503, answer.getStatus());
        assertEquals("5", answer.getHeaderString("Retry-After"));
        assertEquals(ProblemMapper.PROBLEM_JSON, answer.getMediaType());
        Problem problem = answer.getEntity();
        assertEquals("urn:zhixing:problem:database-away", problem.type());
        assertEquals("database-away", problem.code());
        assertEquals(503, problem.status());
        assertEquals(title, problem.title());
        assertEquals(detail, problem.detail());
        assertEquals(remedy, problem.remedy());
    }

    @Test
    void anotherFailureOfInputOrOutputIsNoReasonToTryAgain() {
        RestResponse<Problem> answer = mapper.unexpected(new IOException("disk"), request("zh-CN"));
        assertEquals(500, answer.getStatus());
        assertEquals("unexpected", answer.getEntity().code());
        assertNull(answer.getHeaderString("Retry-After"));
    }

    /** A request that has a language, and is asked for nothing that has to be there. */
    private static HttpServerRequest request(String language) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, args) -> method.getName().equals("getHeader") ? language : null);
    }
}
