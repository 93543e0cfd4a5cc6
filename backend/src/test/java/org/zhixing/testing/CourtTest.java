package org.zhixing.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test of the running API on a real PostgreSQL, with tokens of a real OIDC server; each test starts from empty
 * tables. Classes that extend it carry {@code @QuarkusTest} themselves.
 */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
public abstract class CourtTest {
    @Inject
    protected CourtData data;

    @BeforeEach
    void emptyTables() {
        data.wipe();
    }
}
