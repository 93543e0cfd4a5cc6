package org.zhixing.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/**
 * Where a token leaves its bearer, before any operation is reached: a name that is not in the people's table holds no
 * role at all, and a service account holds each scope it was granted as a role of that name.
 */
@ApplicationScoped
public class Standing implements SecurityIdentityAugmentor {
    private final Actors.KnownPeople known;

    Standing(Actors.KnownPeople known) {
        this.known = known;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return known.find(identity.getPrincipal().getName())
                .map(found -> found.isPresent() ? withScopes(identity) : withoutRoles(identity));
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
