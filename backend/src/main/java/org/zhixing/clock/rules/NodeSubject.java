package org.zhixing.clock.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;

/** What the node table asks of a case. */
public record NodeSubject(CaseKind kind, @Nullable Team team, boolean auctionNeeded, LocalDate filedOn) {}
