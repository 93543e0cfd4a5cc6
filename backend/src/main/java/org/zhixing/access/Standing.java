package org.zhixing.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhixing.access.rules.Role;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.CourtWall;
import org.zhixing.platform.Database;

/**
 * Where a token leaves its bearer, before any operation is reached: a name that is not in the people's table holds no
 * role at all, a service account holds each scope it was granted as a role of that name, and who decides in the place of a
 * leader that is away holds that leader's role today.
 */
@ApplicationScoped
public class Standing implements SecurityIdentityAugmentor {
    /** The attribute that names the roles which are lent. */
    static final String LENT = "lent-roles";

    private final Actors.KnownPeople known;
    private final StandIns standIns;
    private final Sessions sessions;
    private final Database database;
    private final CourtClock clock;

    Standing(Actors.KnownPeople known, StandIns standIns, Sessions sessions, Database database, CourtClock clock) {
        this.known = known;
        this.standIns = standIns;
        this.sessions = sessions;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        Optional<CourtWall> wall = CourtWall.here();
        return known.find(identity.getPrincipal().getName()).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(withoutRoles(identity));
            }
            // What was lent lies behind the court's wall, like everything else.
            wall.ifPresent(before -> before.open(found.get().courtId()));
            return sessions.know(database.reading(), identity)
                    .chain(() -> standIns.lentTo(found.get().id(), clock.today()))
                    .map(lent -> withLent(withScopes(identity), lent));
        });
    }

    /** Only what the person does not hold already is lent. */
    private static SecurityIdentity withLent(SecurityIdentity identity, Set<Role> roles) {
        Set<Role> lent = roles.stream()
                .filter(role -> !identity.hasRole(role.roleName()))
                .collect(Collectors.toSet());
        return lent.isEmpty()
                ? identity
                : QuarkusSecurityIdentity.builder(identity)
                        .addRoles(lent.stream().map(Role::roleName).collect(Collectors.toSet()))
                        .addAttribute(LENT, lent)
                        .build();
    }

    private static SecurityIdentity withScopes(SecurityIdentity identity) {
        if (!identity.hasRole(Roles.INTEGRATION)) {
            return identity;
        }
        return QuarkusSecurityIdentity.builder(identity)
                .addRoles(Roles.SCOPES.stream()
                        .filter(Actors.scopes(identity)::contains)
                        .collect(Collectors.toSet()))
                .build();
    }

    private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build();
    }
}
