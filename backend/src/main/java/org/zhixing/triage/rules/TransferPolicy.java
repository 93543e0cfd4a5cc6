package org.zhixing.triage.rules;

import org.zhixing.access.rules.Team;
import org.zhixing.clock.rules.PeriodUnit;
import org.zhixing.clock.rules.RollOver;

/** Within which period from filing a case may be asked to move from one team to another (clause 一(一)). */
public record TransferPolicy(Team from, Team to, int period, PeriodUnit unit, RollOver rollOver, String clause) {}
