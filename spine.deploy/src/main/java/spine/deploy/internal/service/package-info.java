/**
 * The component of this bundle: puts the parts together, and provides the deploy gate to the platform.
 */
package spine.deploy.internal.service;
