import { listed, type Split } from './split.ts';

/** First names. */
export const firstNames: Split<string> = {
  seen: listed(`Ada, Amir, Anouk, Bela, Bruno, Carla, Cyril, Dagmar, Dario, Edda, Elif, Emil, Farah, Felix, Gita, Gustav,
    Hana, Hugo, Imre, Irina, Ivo, Jasmin, Jonas, Kaya, Kiran, Leila, Leon, Lucia, Magda, Mateo, Mira, Nadia, Nils, Olga,
    Omar, Paula, Pavel, Rosa, Ruben, Selma, Stefan, Talia, Tomas, Ursula, Vera, Viktor, Yara, Zeno`),
  heldOut: listed(
    'Agnes, Boris, Celia, Dimitri, Esther, Goran, Helga, Ismael, Judit, Lars, Moira, Nestor, Petra, Ravi',
  ),
};

/** Surnames. */
export const surnames: Split<string> = {
  seen: listed(`Abelard, Akande, Barlow, Bergman, Castell, Corvin, Dahl, Demir, Eklund, Farkas, Ferrante, Gallo, Grieve,
    Haddad, Holm, Ibsen, Ilic, Jansen, Jovan, Kaminski, Keller, Lindqvist, Lovell, Marek, Moreau, Nakata, Novak, Okafor,
    Orlov, Pereira, Petrov, Quist, Rahman, Rossi, Sandor, Silva, Tanaka, Thorne, Ulrich, Vance, Varga, Weber, Winter,
    Yilmaz, Zeller, Zoric`),
  heldOut: listed(
    'Adeyemi, Brandt, Cardoso, Draper, Fontaine, Hartig, Iversen, Kovacs, Mbeki, Olsen, Pasternak, Salinas, Toth, Wexford',
  ),
};
