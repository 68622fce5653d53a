/**
 * What is asked of a bundle before it is installed, one class for each question: a sound archive, a trusted signature,
 * a manifest that asks for nothing it may not have, a higher version, the weights its card promises, and everything it
 * requires. {@link spine.deploy.internal.gate.Gate} asks them in turn; a new check is a new class there.
 */
package spine.deploy.internal.gate;
