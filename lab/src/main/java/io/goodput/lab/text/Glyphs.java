package io.goodput.lab.text;

import io.goodput.screen.Screen;

/** The marks of charts and claims that a terminal gets: nothing beyond ASCII where it cannot show it. */
enum Glyphs {
    UNICODE("│", "└", "─", "▀", "═", "✓", "✗", "?"),
    ASCII("|", "+", "-", "^", "=", "ok", "FAILS", "?");

    final String wall;
    final String corner;
    final String floor;
    final String disturbed;
    final String settled;
    final String holds;
    final String fails;
    final String unjudged;

    Glyphs(
            String wall,
            String corner,
            String floor,
            String disturbed,
            String settled,
            String holds,
            String fails,
            String unjudged) {
        this.wall = wall;
        this.corner = corner;
        this.floor = floor;
        this.disturbed = disturbed;
        this.settled = settled;
        this.holds = holds;
        this.fails = fails;
        this.unjudged = unjudged;
    }

    static Glyphs of(Screen screen) {
        return screen.unicode() ? UNICODE : ASCII;
    }
}
