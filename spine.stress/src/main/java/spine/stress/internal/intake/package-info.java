/**
 * Studies that come in from the network while processes are killed, the archive is away and models are swapped, and what must be true of
 * them in the end. {@link spine.stress.internal.intake.IntakeStress} is the run; {@link spine.stress.internal.intake.Promises} says what
 * was not kept.
 */
package spine.stress.internal.intake;
