package org.zhixing.signing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.zhixing.access.Logins;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Json;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.ZhixingConfig;
import org.zhixing.signing.rules.Signature;
import org.zhixing.signing.rules.StepUp;
import org.zhixing.signing.rules.StepUpLimit;

/** Asks for a new login where an act restricts a person or pays money; how old one may be is known here alone. */
@RegisterForReflection(targets = StepUpLimit.class)
@ApplicationScoped
public class FreshLogin {
    private static final String POLICY = "policy/step-up-1.json";

    private final StepUp rule;
    private final CourtClock clock;

    FreshLogin(CourtClock clock, Json json, ZhixingConfig config) {
        this.clock = clock;
        this.rule = json.read(Json.resource(POLICY), StepUpLimit.class).with(config.stepUp());
    }

    /** The caller's login as what it proves. */
    public static Signature.Login proof(Logins.Login login) {
        return new Signature.Login(login.authenticatedAt(), login.session(), login.level());
    }

    /**
     * 403 where the login is too old for it.
     *
     * @param subject what is signed or decided, as people are told it
     * @return when the person gave their password
     */
    public Instant require(Signature.Login login, String clause, Messages.Term subject) {
        if (rule.wants(login, clock.now())) {
            throw refusal(clause, subject);
        }
        return Objects.requireNonNull(login.authenticatedAt());
    }

    Refusal refusal(String clause, Messages.Term subject) {
        return Refusal.forbidden("step-up", clause, subject, rule.minutes());
    }

    StepUp rule() {
        return rule;
    }
}
