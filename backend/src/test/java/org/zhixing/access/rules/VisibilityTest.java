package org.zhixing.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTest {

    private static Actor actor(Set<Role> roles, Team team, String... scopes) {
        return new Actor(UUID.randomUUID(), 1, "somebody", "王某", roles, team, Set.of(scopes));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TEAM_LEADER", "JUDGE", "EXECUTOR", "JUDGE_ASSISTANT", "CLERK", "POLICE"})
    void aMemberOfATeamReadsTheTeam(Role role) {
        Visibility sight = Visibility.ofCases(actor(Set.of(role), Team.FAST));

        assertThat(sight).isEqualTo(new Visibility.OneTeam(Team.FAST));
        assertThat(sight.covers(Team.FAST)).isTrue();
        assertThat(sight.covers(Team.ORDINARY)).isFalse();
        assertThat(sight.covers(null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "PRESIDENT",
                "DIRECTOR",
                "TRIAGE",
                "NODE_CONTROL",
                "FUNDS",
                "RESTRICTION",
                "FINAL_REVIEW",
                "QUALITY",
                "ARCHIVE",
                "AUDITOR"
            })
    void leadersDesksAndTheAuditorReadTheCourt(Role role) {
        Visibility sight = Visibility.ofCases(actor(Set.of(role), null));

        assertThat(sight).isEqualTo(new Visibility.WholeCourt());
        assertThat(sight.covers(null)).isTrue();
    }

    @Test
    void theAffairsTeamWorksForEveryTeam() {
        assertThat(Visibility.ofCases(actor(Set.of(Role.EXECUTOR), Team.AFFAIRS)))
                .isEqualTo(new Visibility.WholeCourt());
    }

    @Test
    void theWidestRoleDecides() {
        assertThat(Visibility.ofCases(actor(EnumSet.of(Role.JUDGE, Role.QUALITY), Team.SPECIAL)))
                .isEqualTo(new Visibility.WholeCourt());
    }

    @Test
    void anAdminReadsNoCaseEvenInATeam() {
        assertThat(Visibility.ofCases(actor(Set.of(Role.ADMIN), Team.FAST))).isEqualTo(new Visibility.Nothing());
    }

    @Test
    void aMemberWithoutATeamReadsNothing() {
        assertThat(Visibility.ofCases(actor(Set.of(Role.JUDGE), null))).isEqualTo(new Visibility.Nothing());
        assertThat(new Visibility.Nothing().covers(null)).isFalse();
    }

    @Test
    void aClientReadsWhatItsScopesGrant() {
        Actor client = actor(Set.of(Role.INTEGRATION), null, "cases:read");

        assertThat(Visibility.ofCases(client)).isEqualTo(new Visibility.WholeCourt());
        assertThat(Visibility.ofNodes(client)).isEqualTo(new Visibility.Nothing());
    }

    @Test
    void aScopeWithoutTheRoleGrantsNothing() {
        assertThat(Visibility.ofCases(actor(Set.of(Role.ADMIN), null, "cases:read")))
                .isEqualTo(new Visibility.Nothing());
    }

    @Test
    void rolesAreFoundByTheirNameInTokens() {
        assertThat(Role.values()).hasSize(18).allSatisfy(role -> assertThat(Role.of(role.roleName()))
                .contains(role));
        assertThat(Role.of("default-roles-zhixing")).isEmpty();
    }
}
