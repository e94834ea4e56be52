package dev.winnow.rule;

/**
 * Which of a rule's patterns led to a line.
 *
 * @param part of a sequence; 0 otherwise
 * @param pattern of the rule, or of the part, whose literal the line holds
 */
record Trigger(int part, int pattern) {}
