package leasehold.ui.fx;

/** A controller that gives back what it has subscribed to when its view goes. */
public interface Disposable {

    /** Gives everything back. Called once, on the toolkit's thread. */
    void dispose();
}
