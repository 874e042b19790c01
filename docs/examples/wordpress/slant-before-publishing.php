<?php
/**
 * Plugin Name: Slant before publishing
 * Description: Shows in the panel before publishing what the house rules and Slant note in a post. It never keeps a post from being published.
 * Version: 1.0.0
 * Requires at least: 6.6
 * Requires PHP: 7.4
 * License: Apache-2.0
 *
 * An example to start from. Where Slant runs is set in wp-config.php:
 *
 *     define( 'SLANT_URL', 'https://slant.example.org' );
 *     define( 'SLANT_TOKEN', '...' );   // only if the server has an SLANT_API_TOKEN
 *
 * The browser asks WordPress, and WordPress asks Slant: so the token stays on the server, and Slant
 * needs no SLANT_API_ORIGINS.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const SLANT_SECONDS = 15;      // how long WordPress waits for Slant
const SLANT_BYTES   = 4000000; // a post of 100,000 words has about 600,000

add_action( 'rest_api_init', 'slant_register_route' );
add_action( 'enqueue_block_editor_assets', 'slant_enqueue_panel' );

/** Registers POST /wp-json/slant/v1/lint for those who may edit the post. */
function slant_register_route() {
	register_rest_route(
		'slant/v1',
		'/lint',
		array(
			'methods'             => 'POST',
			'callback'            => 'slant_lint',
			'permission_callback' => function ( WP_REST_Request $request ) {
				return current_user_can( 'edit_post', (int) $request['post'] );
			},
			'args'                => array(
				'post'    => array(
					'type'     => 'integer',
					'required' => true,
				),
				'title'   => array(
					'type'    => 'string',
					'default' => '',
				),
				'content' => array(
					'type'     => 'string',
					'required' => true,
				),
			),
		)
	);
}

/**
 * Asks Slant about one post.
 *
 * @param WP_REST_Request $request Has post, title and content, as the editor holds them now.
 * @return WP_REST_Response|WP_Error Findings and notices, or one sentence on what went wrong.
 */
function slant_lint( WP_REST_Request $request ) {
	if ( ! defined( 'SLANT_URL' ) ) {
		return new WP_Error( 'slant_not_set', 'Set SLANT_URL in wp-config.php.', array( 'status' => 503 ) );
	}
	$asked = array(
		'text' => $request['content'],
		'kind' => 'html',
	);
	if ( '' !== $request['title'] ) {
		// The headline is read too, and Slant is told that it is one.
		$asked['text']  = '<h1>' . esc_html( $request['title'] ) . "</h1>\n" . $asked['text'];
		$asked['title'] = $request['title'];
	}
	$body = wp_json_encode( $asked );
	if ( false === $body || strlen( $body ) > SLANT_BYTES ) {
		return new WP_Error( 'slant_too_long', 'This post is too long to be checked.', array( 'status' => 413 ) );
	}
	$headers = array( 'Content-Type' => 'application/json' );
	if ( defined( 'SLANT_TOKEN' ) && SLANT_TOKEN ) {
		$headers['Authorization'] = 'Bearer ' . SLANT_TOKEN;
	}
	$answer = wp_remote_post(
		untrailingslashit( SLANT_URL ) . '/api/lint',
		array(
			'headers'     => $headers,
			'body'        => $body,
			'timeout'     => SLANT_SECONDS,
			'redirection' => 0,
		)
	);
	if ( is_wp_error( $answer ) ) {
		return new WP_Error( 'slant_not_reached', 'Slant cannot be reached just now.', array( 'status' => 502 ) );
	}
	$status = wp_remote_retrieve_response_code( $answer );
	$told   = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( 200 !== $status || ! is_array( $told ) || ! isset( $told['findings'] ) ) {
		// Slant's problems have a sentence for people as their title.
		$title = is_array( $told ) && isset( $told['title'] ) ? $told['title'] : 'Slant could not check this post.';
		return new WP_Error( 'slant_refused', $title, array( 'status' => 502 ) );
	}
	return rest_ensure_response(
		array(
			'findings' => $told['findings'],
			'notices'  => isset( $told['notices'] ) ? $told['notices'] : array(),
		)
	);
}

/** Loads the panel into the block editor. */
function slant_enqueue_panel() {
	wp_enqueue_script(
		'slant-before-publishing',
		plugins_url( 'panel.js', __FILE__ ),
		array( 'wp-plugins', 'wp-editor', 'wp-element', 'wp-data', 'wp-components', 'wp-api-fetch' ),
		'1.0.0',
		true
	);
}
