/** Which of the inference engines serves, and what the platform is told of it. */
package spine.unet.internal.engine;
