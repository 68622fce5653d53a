/** The secret that new identifiers are derived from: who has it can tell which old ones they stand for, nobody else. */
package spine.deidentify.internal.key;
