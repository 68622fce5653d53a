/** What runs in the other process: a framework with the one bundle, and a loop that answers questions until standard input ends. */
package spine.isolation.internal.child;
