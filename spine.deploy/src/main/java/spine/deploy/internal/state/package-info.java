/**
 * The state machine of deployment: one {@link spine.deploy.internal.state.Deployment} for each content of each dropped
 * file, from the moment it is seen to its removal, and the states that may follow one another.
 */
package spine.deploy.internal.state;
