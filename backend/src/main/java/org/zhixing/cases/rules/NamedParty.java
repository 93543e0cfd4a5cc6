package org.zhixing.cases.rules;

/** A party as the register names it. */
public record NamedParty(PartyRole role, PartyKind kind, String name) {}
