/**
 * The panel before publishing: what the house rules and Slant note in the post.
 *
 * Needs no build step. React escapes all that is shown: messages and words are never markup.
 */
( function ( wp ) {
	'use strict';

	const { createElement: h, useEffect, useState } = wp.element;
	const { useSelect } = wp.data;
	const { Spinner, Notice } = wp.components;
	// Since WordPress 6.6 in wp.editor, before in wp.editPost.
	const PluginPrePublishPanel =
		( wp.editor && wp.editor.PluginPrePublishPanel ) || wp.editPost.PluginPrePublishPanel;

	const SHOWN = 30;
	const PAUSE = 600; // milliseconds without a change before the post is sent

	/** Return what stands above the list. */
	function summary( findings ) {
		if ( ! findings.length ) {
			return 'No house rule and no likely loaded word was found.';
		}
		const counts = { error: 0, warning: 0, note: 0 };
		findings.forEach( ( finding ) => counts[ finding.severity ]++ );
		const parts = Object.keys( counts )
			.filter( ( severity ) => counts[ severity ] )
			.map( ( severity ) => counts[ severity ] + ' ' + severity + ( counts[ severity ] > 1 ? 's' : '' ) );
		return parts.join( ', ' ) + '. You can publish all the same.';
	}

	/** One finding: the words, what is said of them, and plainer ones. */
	function Finding( { finding } ) {
		return h(
			'li',
			{ style: { marginBottom: '12px' } },
			h( 'strong', null, '“' + finding.text + '”' ),
			' (' + finding.severity + '): ' + finding.message,
			finding.plainer.length
				? h( 'div', null, 'Plainer: ' + finding.plainer.join( ', ' ) )
				: null
		);
	}

	/** Ask WordPress, which asks Slant; return { findings, notices } or { problem }, null meanwhile. */
	function useFindings( post, title, content ) {
		const [ told, setTold ] = useState( null );
		useEffect( () => {
			let current = true;
			setTold( null );
			const timer = setTimeout( () => {
				wp.apiFetch( {
					path: '/slant/v1/lint',
					method: 'POST',
					data: { post, title, content },
				} ).then(
					( answer ) => current && setTold( answer ),
					( error ) => current && setTold( { problem: error.message } )
				);
			}, PAUSE );
			return () => {
				current = false;
				clearTimeout( timer );
			};
		}, [ post, title, content ] );
		return told;
	}

	function Panel() {
		const { post, title, content } = useSelect( ( select ) => {
			const editor = select( 'core/editor' );
			return {
				post: editor.getCurrentPostId(),
				title: editor.getEditedPostAttribute( 'title' ) || '',
				content: editor.getEditedPostContent(),
			};
		}, [] );
		const told = useFindings( post, title, content );
		if ( ! told ) {
			return h( 'div', { role: 'status' }, h( Spinner ), ' Reading the post …' );
		}
		if ( told.problem ) {
			return h( Notice, { status: 'info', isDismissible: false }, told.problem + ' You can publish all the same.' );
		}
		const more = told.findings.length - SHOWN;
		return h(
			'div',
			{ role: 'status' },
			h( 'p', null, summary( told.findings ) ),
			told.notices.map( ( notice, number ) => h( 'p', { key: 'notice' + number }, notice ) ),
			h(
				'ul',
				null,
				told.findings
					.slice( 0, SHOWN )
					.map( ( finding ) => h( Finding, { key: finding.finding, finding } ) )
			),
			more > 0 ? h( 'p', null, 'And ' + more + ' more.' ) : null
		);
	}

	wp.plugins.registerPlugin( 'slant-before-publishing', {
		icon: null,
		render: () =>
			h(
				PluginPrePublishPanel,
				{ title: 'House rules and loaded words', initialOpen: true },
				h( Panel )
			),
	} );
} )( window.wp );
