/**
 * An installation with a home of its own that is put under stress from outside: its processes, its models, and a journal of what happens.
 */
package spine.stress.internal.home;
